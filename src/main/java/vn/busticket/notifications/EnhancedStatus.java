package vn.busticket.notifications;

import java.util.regex.Pattern;

/** Reads the three numbers by which mail servers say why (RFC 3463). */
final class EnhancedStatus {

    private static final Pattern FORM = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final String POLICY = "7";

    private EnhancedStatus() {}

    /**
     * True if the address is refused for good. What the numbers call policy is about us and not
     * about the address: a server that has its doubts about the sender refuses everybody's mail.
     */
    static boolean isForGood(String text) {
        var found = FORM.matcher(text);
        return found.find() && found.group(1).equals("5") && !found.group(2).equals(POLICY);
    }

    /** True if a refusal in words says that it is policy. */
    static boolean isPolicy(String text) {
        var found = FORM.matcher(text);
        return found.find() && found.group(2).equals(POLICY);
    }
}
