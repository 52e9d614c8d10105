package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.SandboxPayout;

/** Somebody paid too much and the banks did not tell from where: they say where it goes. */
@RequiresChromium
@Tag("P3.8")
class RefundStory {

    private static final String NUMBER = "0071009876543";
    private static final String EMAIL = "hoan-tien@mail.example";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void aSurplusGoesToTheAccountThatThePassengerNamesOnceItIsApproved() {
        try (var passenger = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase =
                    new Purchase(shop, passenger, Purchase.trip(shop, 6), EMAIL, List.of("A05"))
                            .toPayment();
            shop.surroundings().payos().payOver(purchase.orderCode(), 25_000);
            passenger.heading("paid").waitFor();

            passenger.open("/refund/" + token());
            heading(page, "Hoàn tiền").waitFor();
            assertThat(page.getByText("Bạn đã trả nhiều hơn tiền vé")).isVisible();
            button(page, "Gửi tài khoản").click();
            page.getByText("Bạn chọn ngân hàng trong danh sách.").waitFor();
            giveAccount(page);
            page.getByText("Chúng tôi đang kiểm tra khoản hoàn này.").waitFor();
            assertThat(page.getByText("Vietcombank •••6543")).isVisible();
            assertThat(page.content()).doesNotContain(NUMBER);

            approve(staff, purchase.bookingCode());
            assertThat(page.getByText("Tiền đã được chuyển về cho bạn."))
                    .isVisible(new IsVisibleOptions().setTimeout(60_000));
            assertThat(shop.surroundings().payos().payouts().all())
                    .filteredOn(payout -> payout.toAccountNumber().equals(NUMBER))
                    .singleElement()
                    .extracting(SandboxPayout::amount)
                    .isEqualTo(25_000L);
        }
    }

    @Test
    void anAddressThatNamesNothingIsAnsweredCalmly() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            passenger.open("/refund-account/" + "x".repeat(24));
            assertThat(heading(page, "No refund found")).isVisible();
        }
    }

    private static void giveAccount(Page page) {
        page.getByRole(AriaRole.COMBOBOX, named("Ngân hàng")).fill("vietcom");
        page.getByRole(AriaRole.OPTION, named("Vietcombank")).first().click();
        page.getByRole(AriaRole.TEXTBOX, named("Số tài khoản")).fill(NUMBER);
        page.getByRole(AriaRole.TEXTBOX, named("Tên chủ tài khoản")).fill("Lê Thị Hoa");
        button(page, "Gửi tài khoản").click();
    }

    private void approve(Passenger staff, String bookingCode) {
        var page = staff.page();
        page.setViewportSize(1440, 800);
        StaffSignIn.signIn(shop, staff);
        staff.open("/admin/payments/refunds");
        page.getByText(bookingCode).first().click();
        button(page, "Duyệt hoàn").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Duyệt")))
                .click();
        page.getByText("Đã ghi nhận bạn duyệt.").waitFor();
    }

    private String token() {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select token
                          from refund_case
                          join booking on booking.id = payable_id
                         where contact_email = :email
                        """)
                .param("email", EMAIL)
                .query(String.class)
                .single();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + words)))
                .first();
    }

    private static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, named(words)).first();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }
}
