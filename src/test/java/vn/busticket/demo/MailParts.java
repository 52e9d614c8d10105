package vn.busticket.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of one e-mail: its words as HTML and as plain text, and everything that came along. */
final class MailParts {

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<File> files = new ArrayList<>();

    record File(String name, String type, String contentId, byte[] content) {}

    private MailParts() {}

    static MailParts of(MimeMessage message) throws MessagingException, IOException {
        var parts = new MailParts();
        parts.add(message);
        return parts;
    }

    /** The HTML with the pictures inside it pointing to this catcher. */
    String html(int number) {
        var shown = html.toString();
        for (var index = 0; index < files.size(); index++) {
            shown =
                    shown.replace(
                            "cid:" + files.get(index).contentId(), "/" + number + "/" + index);
        }
        return shown;
    }

    String text() {
        return text.toString();
    }

    List<File> files() {
        return files;
    }

    private void add(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (var index = 0; index < several.getCount(); index++) {
                add(several.getBodyPart(index));
            }
        } else if (part.isMimeType("text/html") && part.getFileName() == null) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/plain") && part.getFileName() == null) {
            text.append(part.getContent());
        } else {
            addFile(part);
        }
    }

    private void addFile(Part part) throws MessagingException, IOException {
        var contentId = part instanceof BodyPart ? part.getHeader("Content-ID") : null;
        var name = Optional.ofNullable(part.getFileName()).orElse("attachment");
        var id = contentId == null ? "none" : contentId[0].replaceAll("[<>]", "");
        try (var content = part.getInputStream()) {
            files.add(new File(name, part.getContentType(), id, content.readAllBytes()));
        }
    }
}
