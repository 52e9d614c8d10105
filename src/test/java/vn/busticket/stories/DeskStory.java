package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.PayosSandbox;

/** An administrator deals with money that nobody can place, at a desk and on a phone. */
@RequiresChromium
@Tag("P7.2")
@Tag("P3.7")
class DeskStory {

    private static final int DESK = 1440;
    private static final int PHONE = 360;
    private static final int HEIGHT = 800;

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void moneyOfNobodyIsAssignedToTheBookingThatItWasFor()
            throws IOException, InterruptedException {
        try (var passenger = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var trip = Purchase.trip(shop, 6);
            var purchase =
                    new Purchase(shop, passenger, trip, "desk@mail.example", List.of("A01"))
                            .toPayment();
            receive(7_700_001, price(purchase), "FTDESK1");

            var page = staff.page();
            signIn(staff, DESK);
            link(page, "Mở: Ngoại lệ").click();
            page.getByText("FTDESK1").first().click();
            button(page, "Ghép vào đặt vé").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Lý do").fill("Khách đọc đúng nội dung chuyển khoản");
            button(page, "Ghép và ghi nhận").click();
            assertThat(dialog.getByText("Không có đặt vé nào mang mã này.")).isVisible();
            assertThat(dialog.getByLabel("Lý do")).hasValue("Khách đọc đúng nội dung chuyển khoản");
            dialog.getByLabel("Mã đặt vé").fill(purchase.bookingCode());
            assertThat(dialog.getByText("Chờ thanh toán")).isVisible();
            button(page, "Ghép và ghi nhận").click();

            page.waitForURL(Pattern.compile(".*/booking/" + purchase.bookingCode()));
            assertThat(page.getByText("Đã xác nhận").first()).isVisible();
            assertThat(page.getByText("FTDESK1").first()).isVisible();
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        }
    }

    @Test
    @Tag("P3.8")
    void moneyOfNobodyIsSentBackByHandFromAPhone() throws IOException, InterruptedException {
        receive(7_700_002, 150_000, "FTDESK2");
        try (var staff = shop.passenger(Words.VIETNAMESE)) {
            var page = staff.page();
            signIn(staff, PHONE);
            staff.open("/admin/payments/exceptions");
            page.getByText("FTDESK2").first().click();
            button(page, "Hoàn lại").click();
            button(page, "Mở khoản hoàn").click();
            assertThat(page.getByText("Hãy ghi vài chữ")).isVisible();
            page.getByRole(AriaRole.DIALOG).getByLabel("Lý do").fill("Không tìm thấy đặt vé nào");
            button(page, "Mở khoản hoàn").click();
            assertThat(page.getByRole(AriaRole.STATUS).getByText("Đã mở khoản hoàn")).isVisible();

            staff.open("/admin/payments/refunds");
            page.getByText("FTDESK2").first().click();
            button(page, "Đã chuyển tay").click();
            button(page, "Ghi đã chuyển").click();
            assertThat(page.getByText("làm bằng chứng")).isVisible();
            page.getByRole(AriaRole.DIALOG).getByLabel("Mã giao dịch ngân hàng").fill("VCB-4711");
            button(page, "Ghi đã chuyển").click();
            assertThat(page.getByText("Tiền đã về với khách.")).isVisible();
            assertThat(page.getByText("VCB-4711")).isVisible();
        }
        assertThat(refunded("FTDESK2")).isEqualTo(150_000);
    }

    @Test
    void everyStaffScreenFitsEveryWindowAndEveryPerson() throws IOException, InterruptedException {
        receive(7_700_003, 90_000, "FTDESK3");
        try (var staff = shop.passenger(Words.VIETNAMESE)) {
            signIn(staff, DESK);
            var looks = new Looks(staff.page(), Words.VIETNAMESE);
            looks.check("desk-today");
            staff.page().setViewportSize(DESK, HEIGHT);
            staff.open("/admin/payments/exceptions");
            staff.page().getByText("FTDESK3").first().click();
            assertThat(button(staff.page(), "Ghép vào đặt vé")).isVisible();
            looks.check("desk-exceptions");
            for (var page : List.of("/refunds", "/webhook")) {
                staff.open("/admin/payments" + page);
                looks.check("desk-payments" + page.replace('/', '-'));
            }
        }
    }

    @Test
    void otherPeopleAreToldThatThisIsNotForThem() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var email = "not-staff@mail.example";
            passenger.register("Lê Thị Hoa", email, "chuyen xe dem ve que");
            passenger.open(AccountMails.verification(shop, email));
            assertThat(passenger.heading("emailConfirmed")).isVisible();
            passenger.open("/admin/payments/refunds");
            assertThat(page.getByText("This page is for others")).isVisible();
        }
    }

    private void signIn(Passenger staff, int width) {
        staff.page().setViewportSize(width, HEIGHT);
        StaffSignIn.signIn(shop, staff);
    }

    /** A transfer for an order code that is not ours, told by a genuine webhook. */
    private void receive(long orderCode, long amount, String reference)
            throws IOException, InterruptedException {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", orderCode);
        data.put("amount", amount);
        data.put("reference", reference);
        var body = shop.surroundings().payos().signedWebhook(data);
        var request =
                HttpRequest.newBuilder(
                                URI.create(shop.node().address() + "/api/v1/payments/webhook"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private long price(Purchase purchase) {
        return shop.surroundings()
                .database()
                .sql("select total_vnd from booking where code = :code")
                .param("code", purchase.bookingCode())
                .query(Long.class)
                .single();
    }

    private long refunded(String reference) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select sum(e.amount_vnd)
                          from ledger_entry e
                          join bank_transaction t on t.id = e.bank_transaction_id
                         where t.reference = :reference and e.to_place = 'REFUNDED'
                        """)
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(begins(name)))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(begins(name)))
                .first();
    }

    private static Pattern begins(String name) {
        return Pattern.compile("^" + name);
    }
}
