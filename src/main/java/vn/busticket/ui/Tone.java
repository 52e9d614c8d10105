package vn.busticket.ui;

/** What a banner or a badge means. */
public enum Tone {
    /** Says how it is, without a judgement. */
    NEUTRAL("", Sign.INFO),
    /** Explains. */
    INFO("info", Sign.INFO),
    /** Confirms. */
    OK("ok", Sign.CHECK),
    /** Asks to look. */
    WARN("warn", Sign.ALERT),
    /** Tells of a loss. */
    BAD("bad", Sign.ALERT);

    private final String className;
    private final Sign sign;

    Tone(String className, Sign sign) {
        this.className = className;
        this.sign = sign;
    }

    String className() {
        return className;
    }

    Sign sign() {
        return sign;
    }
}
