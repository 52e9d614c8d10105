package vn.busticket.documents;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind documents and messages.
 *
 * @param address public address of this installation, without a path
 * @param supportPhone number that passengers may call, if there is one
 */
public record Imprint(URI address, @Nullable String supportPhone) {

    /** The address as a passenger would type it: {@code busticket.vn}. */
    public String website() {
        return address.getPort() < 0
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    /** A link into this installation. */
    public String link(String path) {
        return address.resolve(path).toString();
    }
}
