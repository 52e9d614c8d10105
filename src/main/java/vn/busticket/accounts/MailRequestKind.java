package vn.busticket.accounts;

/** What somebody wants to be mailed about an account. */
enum MailRequestKind {
    /** A link that sets another password. */
    PASSWORD_RESET,
    /** The link that proves the mailbox, once more. */
    EMAIL_VERIFICATION
}
