package vn.busticket.storefront;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Look;
import vn.busticket.ui.Sign;

/** A link that looks like a button and saves a file, which is made at the click. */
final class DownloadLink extends Anchor {

    private static final int NOT_FOUND = 404;

    /**
     * @param look how loud it is
     * @param sign the sign before the words
     * @param words its name
     * @param fileName what the file is called
     * @param mimeType what kind of file it is
     * @param content makes the file; empty if there is none any more
     */
    DownloadLink(
            Look look,
            Sign sign,
            String words,
            String fileName,
            String mimeType,
            Supplier<Optional<byte[]>> content) {
        super(
                DownloadHandler.fromInputStream(event ->
                        content.get()
                                .map(bytes -> response(bytes, fileName, mimeType))
                                .orElseGet(() -> DownloadResponse.error(NOT_FOUND))),
                "");
        addClassNames("button", look.name().toLowerCase(java.util.Locale.ROOT));
        add(new Icon(sign), new Span(words));
        setRouterIgnore(true);
    }

    private static DownloadResponse response(byte[] bytes, String fileName, String mimeType) {
        return new DownloadResponse(
                new ByteArrayInputStream(bytes), fileName, mimeType, bytes.length);
    }
}
