package vn.busticket.ui;

import java.security.SecureRandom;

/** A short word that a person reads to the hotline and that stands in the log beside the cause. */
public final class ErrorReference {

    private static final String SIGNS = "23456789";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ErrorReference() {}

    /** A new reference: {@code LX-482935}. */
    public static String next() {
        var reference = new StringBuilder("LX-");
        for (var sign = 0; sign < LENGTH; sign++) {
            reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
