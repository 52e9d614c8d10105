package vn.busticket.payments;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The gateways of this installation by their names. New attempts use the one that the settings
 * name; an attempt that was begun stays with its own.
 */
@Component
class PaymentGateways {

    private final Map<String, PaymentGateway> byName;
    private final PaymentGateway forNewAttempts;

    PaymentGateways(List<PaymentGateway> gateways, PaymentsProperties properties) {
        this.byName =
                gateways.stream()
                        .collect(toUnmodifiableMap(PaymentGateway::name, Function.identity()));
        this.forNewAttempts =
                Optional.ofNullable(byName.get(properties.gateway()))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "busticket.payments.gateway names no gateway: "
                                                + properties.gateway()));
    }

    /** The one that new attempts use. */
    PaymentGateway forNewAttempts() {
        return forNewAttempts;
    }

    /**
     * The one with that name.
     *
     * @throws IllegalStateException if it is not part of this installation any more
     */
    PaymentGateway named(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalStateException("No gateway is called " + name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The names of those that pay out. */
    Set<String> thatPayOut() {
        return byName.values().stream()
                .filter(PaymentGateway::canRefund)
                .map(PaymentGateway::name)
                .collect(toUnmodifiableSet());
    }

    /** The name under which a gateway's calls about paying out are counted and paused. */
    static String payoutChannel(String gateway) {
        return gateway + " payouts";
    }
}
