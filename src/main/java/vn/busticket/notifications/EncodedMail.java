package vn.busticket.notifications;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
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

    /**
     * In the place of each text until the mail is encoded: Simple Java Mail looks through HTML for
     * pictures to embed, twice for each mail, and ours names its pictures by itself.
     */
    static final String STAND_IN = "-";

    private final Address[] from;
    private final Bytes bytes = new Bytes();

    /**
     * Encodes a mail.
     *
     * @param letter what the parts of it say in truth that are stand-ins
     * @throws MessagingException if it cannot be encoded
     */
    EncodedMail(Session session, MimeMessage mail, WrittenLetter letter) throws MessagingException {
        super(session);
        from = mail.getFrom();
        if (mail instanceof SMTPMessage inItsEnvelope) {
            setEnvelopeFrom(inItsEnvelope.getEnvelopeFrom());
        }
        try {
            if (mail.getContent() instanceof Multipart parts) {
                fill(parts, letter);
            }
            mail.writeTo(bytes, NOT_SENT);
        } catch (IOException unwritable) {
            throw new MessagingException("mail not encoded", unwritable);
        }
    }

    /** Puts the texts in the places of their stand-ins. */
    private static void fill(Multipart parts, WrittenLetter letter)
            throws MessagingException, IOException {
        for (var index = 0; index < parts.getCount(); index++) {
            var part = parts.getBodyPart(index);
            if (part.isMimeType("multipart/*")) {
                fill((Multipart) part.getContent(), letter);
            } else if (part.isMimeType("text/plain") && isStandIn(part)) {
                replace(parts, index, text("text/plain", letter.text()));
            } else if (part.isMimeType("text/html") && isStandIn(part)) {
                replace(parts, index, text("text/html", letter.html()));
            }
        }
    }

    private static boolean isStandIn(Part part) throws MessagingException, IOException {
        return STAND_IN.equals(part.getContent());
    }

    private static void replace(Multipart parts, int index, BodyPart by) throws MessagingException {
        parts.removeBodyPart(index);
        parts.addBodyPart(by, index);
    }

    private static BodyPart text(String type, String text) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", type + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.of(text));
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
