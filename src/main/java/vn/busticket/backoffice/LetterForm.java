package vn.busticket.backoffice;

/** How a letter is looked at. */
enum LetterForm {
    /** The e-mail on a narrow phone. */
    PHONE,
    /** The e-mail on a desk. */
    DESK,
    /** The e-mail's plain text. */
    TEXT,
    /** The short text. */
    SMS;

    String messageKey() {
        return "desk.letters.form." + name();
    }
}
