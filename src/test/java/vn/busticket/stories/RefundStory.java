package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody paid too much and the banks did not tell from where: they say where it goes. */
@RequiresChromium
@Tag("P3.8")
class RefundStory {

    private static final String NUMBER = "0071009876543";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void aPassengerSaysWhichAccountTheSurplusGoesTo() {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase =
                    new Purchase(
                                    shop,
                                    passenger,
                                    Purchase.trip(shop, 6),
                                    "hoan-tien@mail.example",
                                    List.of("A05"))
                            .toPayment();
            shop.surroundings().payos().payOver(purchase.orderCode(), 25_000);
            assertThat(passenger.heading("paid")).isVisible();

            passenger.open("/refund/" + token("hoan-tien@mail.example"));
            assertThat(heading(page, "Hoàn tiền")).isVisible();
            assertThat(page.getByText("25.000").first()).isVisible();
            assertThat(page.getByText("Bạn đã trả nhiều hơn tiền vé")).isVisible();
            button(page).click();
            assertThat(page.getByText("Bạn chọn ngân hàng trong danh sách.")).isVisible();
            var bank = page.getByRole(AriaRole.COMBOBOX, named("Ngân hàng"));
            bank.fill("vietcom");
            page.getByRole(AriaRole.OPTION, named("Vietcombank")).first().click();
            page.getByRole(AriaRole.TEXTBOX, named("Số tài khoản")).fill(NUMBER);
            page.getByRole(AriaRole.TEXTBOX, named("Tên chủ tài khoản")).fill("Lê Thị Hoa");
            button(page).click();

            assertThat(page.getByText("Chúng tôi đang kiểm tra khoản hoàn này.")).isVisible();
            assertThat(page.getByText("Vietcombank •••6543")).isVisible();
            page.reload();
            assertThat(page.getByText("Chúng tôi đang kiểm tra khoản hoàn này.")).isVisible();
            assertThat(page.content()).doesNotContain(NUMBER);
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

    private String token(String email) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select token
                          from refund_case
                          join booking on booking.id = payable_id
                         where contact_email = :email
                        """)
                .param("email", email)
                .query(String.class)
                .single();
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, named("Gửi tài khoản"));
    }

    private static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, named(words)).first();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }
}
