package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People say what they want to be told; staff see whom mail does not reach. */
@RequiresChromium
@Tag("P6.7")
@Tag("P6.5")
class RecipientStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 800;
    private static final String BLOCKED = "returned@mail.example";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void aPersonTurnsRemindersOffByKeyboardAndFindsItSo(Words words) {
        var isVietnamese = words == Words.VIETNAMESE;
        var reminder = isVietnamese ? "Nhắc chuyến" : "Trip reminder";
        try (var passenger = shop.passenger(words)) {
            register(passenger, words);
            passenger.open("/profile/notifications");
            var page = passenger.page();
            var byEmail = toggle(page, reminder + ", Email");
            assertThat(byEmail).isChecked();
            assertThat(toggle(page, reminder + ", SMS")).isChecked();
            assertThat(page.getByText(isVietnamese ? "Luôn gửi" : "Always sent").first())
                    .isVisible();

            byEmail.focus();
            page.keyboard().press("Space");
            assertThat(
                            page.getByRole(AriaRole.STATUS)
                                    .getByText(
                                            (isVietnamese ? "Đã tắt: " : "Now off: ")
                                                    + reminder
                                                    + ", Email"))
                    .isVisible();
            assertThat(byEmail).isFocused();
            assertThat(byEmail).not().isChecked();
            new Looks(page, words).check("profile-notifications-changed");

            page.reload();
            assertThat(toggle(page, reminder + ", Email")).not().isChecked();
            assertThat(toggle(page, reminder + ", SMS")).isChecked();
            toggle(page, reminder + ", Email").check();
            assertThat(
                            page.getByRole(AriaRole.STATUS)
                                    .getByText(isVietnamese ? "Đang bật: " : "Now on: "))
                    .isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void aGuestTurnsRemindersOffByTheLinkAndOnAgain(Words words) throws Exception {
        var isVietnamese = words == Words.VIETNAMESE;
        try (var passenger = shop.passenger(words)) {
            var token = tokenOf(passenger);
            passenger.open("/unsubscribe/" + token);
            var page = passenger.page();
            var confirm = button(page, isVietnamese ? "Xác nhận" : "Confirm");
            assertThat(confirm).isVisible();
            assertThat(unsubscribed(words)).isZero();
            new Looks(page, words).check("unsubscribe");

            confirm.click();
            assertThat(page.getByText(isVietnamese ? "Đã tắt nhắc" : "Reminders are off"))
                    .isVisible();
            assertThat(unsubscribed(words)).isOne();
            new Looks(page, words).check("unsubscribe-done");
            page.reload();
            button(page, isVietnamese ? "Bật lại" : "Turn reminders on").click();
            assertThat(page.getByText(isVietnamese ? "Đã bật lại" : "Reminders are on again"))
                    .isVisible();
            assertThat(unsubscribed(words)).isZero();
        }
    }

    @Test
    void staffSeeWhomMailDoesNotReach() throws Exception {
        var database = shop.surroundings().database();
        try (var passenger = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var purchase =
                    new Purchase(shop, passenger, Purchase.trip(shop, 25), BLOCKED, List.of("A01"))
                            .toPayment();
            database.sql(
                            """
                            insert into suppression (address, reason, source, detail, since, count, last_at)
                            values (:address, 'BOUNCED', 'REPORT', '5.1.1 smtp; 550 no such user', now(), 2, now())
                            """)
                    .param("address", BLOCKED)
                    .update();
            var page = staff.page();
            signIn(staff);
            staff.open("/admin/payments/booking/" + purchase.bookingCode());
            assertThat(page.getByText("Email của khách không nhận được thư")).isVisible();
            new Looks(page, Words.VIETNAMESE).check("desk-booking-suppressed");
            page.setViewportSize(DESK, HEIGHT);
            page.getByText("Xem địa chỉ bị chặn").click();
            page.waitForURL(Pattern.compile(".*/admin/notifications/suppressions\\?q=.*"));
            assertThat(page.getByText("550 no such user")).isVisible();
            new Looks(page, Words.VIETNAMESE).check("desk-suppressions");

            page.setViewportSize(DESK, HEIGHT);
            page.reload();
            lift(page);
            assertThat(page.getByRole(AriaRole.STATUS).getByText("Đã cho gửi lại tới " + BLOCKED))
                    .isVisible();
            assertThat(page.getByText("550 no such user")).isHidden();
            staff.open("/admin/payments/booking/" + purchase.bookingCode());
            assertThat(page.getByText(purchase.bookingCode()).first()).isVisible();
            assertThat(page.getByText("Email của khách không nhận được thư")).isHidden();
            assertThat(audited()).isEqualTo("Khách đã dọn hộp thư");
        }
    }

    /** Says why; without a reason nothing is done. */
    private static void lift(Page page) {
        button(page, "Cho gửi lại").click();
        var question = page.getByRole(AriaRole.DIALOG);
        var confirm =
                question.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Cho gửi lại")));
        confirm.click();
        assertThat(question.getByText("Hãy ghi vài chữ")).isVisible();
        question.getByLabel("Lý do").fill("Khách đã dọn hộp thư");
        confirm.click();
    }

    private String audited() {
        return shop.surroundings()
                .database()
                .sql("select reason from audit_log where subject = :subject")
                .param("subject", "address " + BLOCKED)
                .query(String.class)
                .single();
    }

    private void signIn(Passenger staff) {
        staff.page().setViewportSize(DESK, HEIGHT);
        StaffSignIn.signIn(shop, staff);
    }

    private void register(Passenger passenger, Words words) {
        var email = "wishes-" + words.locale().substring(0, 2) + "@mail.example";
        passenger.register("Nguyễn Minh Ánh", email, "chuyến xe đêm về quê");
        passenger.open(AccountMails.verification(shop, email));
        assertThat(passenger.heading("emailConfirmed")).isVisible();
    }

    /** The token of the link in a reminder to the guest. */
    private String tokenOf(Passenger passenger) throws GeneralSecurityException {
        var guest = guest(passenger.words());
        var seat = passenger.words() == Words.VIETNAMESE ? "A02" : "A03";
        var code =
                new Purchase(shop, passenger, Purchase.trip(shop, 25), guest, List.of(seat))
                        .toPayment()
                        .bookingCode();
        var digest =
                MessageDigest.getInstance("SHA-256").digest(guest.getBytes(StandardCharsets.UTF_8));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var subject = code + "." + encoder.encodeToString(Arrays.copyOf(digest, 12));
        var expires = Clock.systemUTC().instant().plus(Duration.ofDays(1)).getEpochSecond();
        var text = subject.getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(Long.BYTES + text.length).putLong(expires).put(text);
        var secret = shop.surroundings().environment(0, 0).get("LINK_SECRET");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
        mac.update("unsubscribe\0".getBytes(StandardCharsets.UTF_8));
        var signature = mac.doFinal(content.array());
        return encoder.encodeToString(
                ByteBuffer.allocate(content.capacity() + signature.length)
                        .put(content.array())
                        .put(signature)
                        .array());
    }

    private int unsubscribed(Words words) {
        return shop.surroundings()
                .database()
                .sql("select count(*) from unsubscribed_address where address = :address")
                .param("address", guest(words))
                .query(Integer.class)
                .single();
    }

    private static String guest(Words words) {
        return "guest-" + words.locale().substring(0, 2) + "@mail.example";
    }

    private static Locator toggle(Page page, String name) {
        return page.getByRole(
                AriaRole.SWITCH, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }
}
