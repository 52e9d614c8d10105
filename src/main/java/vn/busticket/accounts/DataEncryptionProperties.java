package vn.busticket.accounts;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that {@link DataSeal} seals with.
 *
 * @param dataEncryptionKey DATA_ENCRYPTION_KEY: 32 random bytes in base64
 * @param dataEncryptionKeyPrevious DATA_ENCRYPTION_KEY_PREVIOUS: still opens, no longer seals
 */
@ConfigurationProperties("busticket.keys")
public record DataEncryptionProperties(
        String dataEncryptionKey, @DefaultValue("") String dataEncryptionKeyPrevious) {

    /** The current key first. */
    List<byte[]> keys() {
        return Stream.of(dataEncryptionKey, dataEncryptionKeyPrevious)
                .filter(key -> !key.isBlank())
                .map(key -> Base64.getDecoder().decode(key.strip()))
                .toList();
    }

    @Override
    public String toString() {
        return "DataEncryptionProperties[]";
    }
}
