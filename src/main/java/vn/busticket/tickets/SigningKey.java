package vn.busticket.tickets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key pair made from its 32-byte seed. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * The key of a seed.
     *
     * @param seed 32 bytes in base64
     * @throws IllegalArgumentException if it is anything else
     */
    static SigningKey of(String seed) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(seed.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("A ticket signing key is not base64");
        }
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "A ticket signing key has %d bytes instead of 32".formatted(bytes.length));
        }
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, new Seed(bytes));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first four bytes of SHA-256 of the public key's 32 bytes. */
    static int idOf(PublicKey key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(raw(key))).getInt();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The 32 bytes of a public key (RFC 8032 §5.1.5), without the envelope of X.509. */
    static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
    }

    /**
     * Hands the seed to the key generator. The JDK derives an Ed25519 public key nowhere else; its
     * generator takes exactly the seed's bytes from its source of randomness (RFC 8032 §5.1.5).
     */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException("Asked for " + target.length + " bytes of a seed");
            }
            System.arraycopy(bytes, 0, target, 0, bytes.length);
        }
    }
}
