package vn.busticket.accounts;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret that makes links, visitors and remembered sign-ins unforgeable.
 *
 * @param linkSecret LINK_SECRET: 32 random bytes in base64
 * @param linkSecretPrevious LINK_SECRET_PREVIOUS: still believed, no longer used for new ones
 */
@ConfigurationProperties("busticket.keys")
record LinkSecretProperties(String linkSecret, @DefaultValue("") String linkSecretPrevious) {

    /** The current key first. */
    List<byte[]> keys() {
        return Stream.of(linkSecret, linkSecretPrevious)
                .filter(key -> !key.isBlank())
                .map(key -> Base64.getDecoder().decode(key.strip()))
                .toList();
    }

    @Override
    public String toString() {
        return "LinkSecretProperties[]";
    }
}
