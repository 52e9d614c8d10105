package vn.busticket.notifications;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the bytes that go over the wire. It is encoded before it holds a connection, and handed
 * over in one piece: encoding straight into the connection passes each byte through its locks.
 */
final class EncodedMail extends SMTPMessage {

    /** What the mail library never sends along. */
    private static final String[] NOT_SENT = {"Bcc", "Content-Length"};

    private static final String ENCODING = "Content-Transfer-Encoding";

    private final Address[] from;
    private final Bytes bytes = new Bytes();

    /**
     * Encodes a mail.
     *
     * @param html what its HTML part says in truth; empty to leave it as it is
     * @throws MessagingException if it cannot be encoded
     */
    EncodedMail(Session session, MimeMessage mail, String html) throws MessagingException {
        super(session);
        from = mail.getFrom();
        if (mail instanceof SMTPMessage inItsEnvelope) {
            setEnvelopeFrom(inItsEnvelope.getEnvelopeFrom());
        }
        try {
            if (!html.isEmpty()) {
                fill(mail, html);
            }
            mail.writeTo(bytes, NOT_SENT);
        } catch (IOException unwritable) {
            throw new MessagingException("mail not encoded", unwritable);
        }
    }

    private static void fill(Part part, String html) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            var type = part.getContentType();
            var encoding = part.getHeader(ENCODING);
            part.setContent(html, type);
            part.setHeader("Content-Type", type);
            part.setHeader(ENCODING, encoding[0]);
        } else if (part.getContent() instanceof Multipart several) {
            for (var index = 0; index < several.getCount(); index++) {
                fill(several.getBodyPart(index), html);
            }
        }
    }

    @Override
    public Address[] getFrom() {
        return from.clone();
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(bytes.array, 0, bytes.length);
    }

    /** Bytes in memory, for one thread. */
    private static final class Bytes extends OutputStream {

        private static final int USUAL_SIZE = 32_768;

        private byte[] array = new byte[USUAL_SIZE];
        private int length;

        @Override
        public void write(int one) {
            makeRoom(1);
            array[length++] = (byte) one;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            makeRoom(count);
            System.arraycopy(some, from, array, length, count);
            length += count;
        }

        private void makeRoom(int count) {
            if (length + count > array.length) {
                array = Arrays.copyOf(array, Math.max(2 * array.length, length + count));
            }
        }
    }
}
