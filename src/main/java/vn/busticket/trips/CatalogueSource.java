package vn.busticket.trips;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where catalogue files come from, with their text.
 *
 * @param name what people call it
 * @param texts by file; a source need not have them all
 * @param strangers names of CSV files that are no part of a catalogue
 */
record CatalogueSource(
        String name, SortedMap<CatalogueFile, String> texts, List<String> strangers) {

    /** The files that are shipped with the program. */
    static CatalogueSource shipped() {
        var texts = new TreeMap<CatalogueFile, String>();
        for (var file : CatalogueFile.values()) {
            try (var stream =
                    CatalogueSource.class.getResourceAsStream("/catalogue/" + file.fileName())) {
                if (stream != null) {
                    texts.put(file, new String(stream.readAllBytes(), UTF_8));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new CatalogueSource("the shipped catalogue", texts, List.of());
    }

    /**
     * The files of a folder.
     *
     * @throws CatalogueRefused if there is no such folder
     */
    static CatalogueSource folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CatalogueRefused(folder);
        }
        var texts = new TreeMap<CatalogueFile, String>();
        var strangers = new ArrayList<String>();
        try (var paths = Files.newDirectoryStream(folder, "*.csv")) {
            for (var path : paths) {
                var name = path.getFileName().toString();
                var file = CatalogueFile.named(name);
                if (file.isPresent()) {
                    texts.put(file.get(), new String(Files.readAllBytes(path), UTF_8));
                } else {
                    strangers.add(name);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CatalogueSource("folder " + folder, texts, strangers);
    }

    /** Changes whenever one of the texts does. */
    String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> {
                digest.update(file.fileName().getBytes(UTF_8));
                digest.update(text.getBytes(UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
