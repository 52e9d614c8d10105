package vn.busticket.notifications;

/**
 * A mail server.
 *
 * @param username empty if the server asks for none
 */
record SmtpServer(String host, int port, String username, String password, Tls tls) {

    /** How the connection is protected. */
    enum Tls {
        /** Not at all: for a server on the same machine or network. */
        NONE,
        /** Plain first, then encrypted; refused if the server does not offer it. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    @Override
    public String toString() {
        return host + ":" + port + " " + tls;
    }
}
