package vn.busticket.ui;

/** How loud a button is. */
public enum Look {
    /** The one next step of a screen: amber. */
    PRIMARY("primary"),
    /** One per item of a list: ink. */
    STRONG("strong"),
    /** The rest: outlined. */
    PLAIN("plain"),
    /** Beside the way: words only. */
    QUIET("quiet"),
    /** What cannot be undone: red outline. */
    DANGER("danger");

    private final String className;

    Look(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }
}
