package vn.busticket.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.bookings.Cancellation;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundFilter;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundRow;
import vn.busticket.payments.RefundService;
import vn.busticket.payments.RefundState;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.Cancelling;

/**
 * Pays some demo bookings in odd ways, so that staff find something to do: too much, twice, too
 * little, for nobody, in another currency; and takes some refunds a step further.
 */
final class DemoOddPayments {

    private static final Logger log = LoggerFactory.getLogger(DemoOddPayments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final DateTimeFormatter BANK_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final long LARGE_SURPLUS = 2_500_000;
    private static final BankAccount ACCOUNT =
            new BankAccount("970436", "0071001234567", "PHAM THI MAU");

    private final DemoBookings bookings;
    private final Cancellation cancellation;
    private final RefundQueries refunds;
    private final RefundService refundService;
    private final RefundDesk desk;
    private final AccountQueries accounts;

    DemoOddPayments(
            DemoBookings bookings,
            Cancellation cancellation,
            RefundQueries refunds,
            RefundService refundService,
            RefundDesk desk,
            AccountQueries accounts) {
        this.bookings = bookings;
        this.cancellation = cancellation;
        this.refunds = refunds;
        this.refundService = refundService;
        this.desk = desk;
        this.accounts = accounts;
    }

    void make(PayosSandbox sandbox) {
        bookings.place("du@busticket.example").ifPresent(order -> sandbox.payOver(order.code()));
        bookings.place("du.nhieu@busticket.example")
                .ifPresent(order -> sandbox.payOver(order.code(), LARGE_SURPLUS));
        bookings.place("hai.lan@busticket.example")
                .ifPresent(order -> sandbox.payTwice(order.code()));
        bookings.place("thieu@busticket.example")
                .ifPresent(order -> sandbox.payShort(order.code()));
        bookings.place("huy@busticket.example")
                .ifPresent(order -> {
                    sandbox.pay(order.code());
                    waitForRefunds(3);
                    Cancelling.whole(cancellation, order.booking(), "Đổi kế hoạch");
                });
        tell(sandbox, 7_700_001, 280_000, "VND", "CHUYEN TIEN VE XE");
        tell(sandbox, 7_700_002, 640_000, "VND", "ve xe di Da Lat 2 nguoi");
        tell(sandbox, 7_700_003, 45, "USD", "BUS TICKET");
        waitForRefunds(4);
        takeFurther();
        log.info("demo payments made odd refunds={}", refundsOpen().size());
    }

    /** One refund waits for approval, one for the second, one was transferred by hand. */
    private void takeFurther() {
        var administrator =
                accounts.byEmail(new EmailAddress(DemoPeople.ADMINISTRATOR.email()))
                        .map(AccountDetails::id)
                        .orElseThrow();
        var open =
                refundsOpen().stream()
                        .filter(row -> row.refund().state() == RefundState.NEEDS_ACCOUNT)
                        .toList();
        open.stream()
                .filter(row -> row.approvalsNeeded() > 1)
                .forEach(row -> {
                    refundService.giveAccount(row.refund().token(), ACCOUNT);
                    desk.approve(row.refund().id(), administrator);
                });
        var small = open.stream().filter(row -> row.approvalsNeeded() == 1).toList();
        small.stream()
                .findFirst()
                .ifPresent(row -> refundService.giveAccount(row.refund().token(), ACCOUNT));
        small.stream()
                .skip(1)
                .findFirst()
                .ifPresent(row ->
                        desk.markTransferred(
                                row.refund().id(), administrator, "VCB.2611.004711", null));
    }

    /** The webhooks come in their own time. */
    private void waitForRefunds(int wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (refundsOpen().size() < wanted && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<RefundRow> refundsOpen() {
        return refunds.list(RefundFilter.OPEN, 0, 100).rows();
    }

    /** A genuine webhook about a transfer that no link of ours asked for. */
    private static void tell(
            PayosSandbox sandbox, long orderCode, long amount, String currency, String text) {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", orderCode);
        data.put("amount", amount);
        data.put("currency", currency);
        data.put("description", text);
        data.put("reference", "FT26327" + orderCode);
        data.put("transactionDateTime", BANK_TIME.format(VietnamTime.at(Instant.now())));
        var address = DemoSettings.fromEnvironment().applicationAddress();
        var request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/payments/webhook"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(sandbox.signedWebhook(data)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException failed) {
            log.warn("one odd payment less in the demo", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
