package vn.busticket.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Names a client's network address for limits without keeping the address. */
@Component
public class AddressKeys {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final SignedLinks links;

    AddressKeys(SignedLinks links) {
        this.links = links;
    }

    /**
     * The key of an address, the same for all addresses of one IPv6 network (/64), which one
     * household has to itself.
     *
     * @param address numeric, as the servlet container tells it
     */
    public String of(String address) {
        return links.fingerprint("address", network(address));
    }

    private static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                var network = Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES);
                return HexFormat.of().formatHex(network);
            }
            return parsed.getHostAddress();
        } catch (IllegalArgumentException notNumeric) {
            return address;
        }
    }
}
