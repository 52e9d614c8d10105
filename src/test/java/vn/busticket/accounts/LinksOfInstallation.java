package vn.busticket.accounts;

import java.time.Clock;

/** The links that an installation sends, made outside of it by who knows its secret. */
public final class LinksOfInstallation {

    private LinksOfInstallation() {}

    /** The links of the installation with this LINK_SECRET. */
    public static AccountLinks withSecret(String linkSecret) {
        var properties = new LinkSecretProperties(linkSecret, "");
        return new AccountLinks(new SignedLinks(properties, Clock.systemUTC()));
    }
}
