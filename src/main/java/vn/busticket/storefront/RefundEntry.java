package vn.busticket.storefront;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.payments.Bank;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.Banks;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundService;
import vn.busticket.payments.RefundView;

/** What the page of a refund asks of the rooms below; names cannot be guessed by trying many. */
@Component
class RefundEntry {

    private static final int OPENINGS_OF_AN_ADDRESS = 60;
    private static final int TRIES_AT_A_REFUND = 10;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final RefundQueries refunds;
    private final RefundService service;
    private final Banks banks;
    private final SharedLimits limits;

    RefundEntry(RefundQueries refunds, RefundService service, Banks banks, SharedLimits limits) {
        this.refunds = refunds;
        this.service = service;
        this.banks = banks;
        this.limits = limits;
    }

    /** True if a network address may open one more page of a refund. */
    boolean mayOpen(String addressKey) {
        return limits.tryAcquire("refund-page", addressKey, OPENINGS_OF_AN_ADDRESS, PERIOD);
    }

    Optional<RefundView> look(String token) {
        return refunds.byToken(token);
    }

    List<Bank> banks() {
        return banks.all();
    }

    /**
     * Stores the account that the money goes to.
     *
     * @return false if it was tried too often for a while
     * @throws NoSuchElementException if nothing has that name
     */
    boolean giveAccount(String token, BankAccount account) {
        if (!limits.tryAcquire("refund-account", token, TRIES_AT_A_REFUND, PERIOD)) {
            return false;
        }
        service.giveAccount(token, account);
        return true;
    }
}
