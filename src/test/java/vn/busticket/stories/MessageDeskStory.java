package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff look at what waits, at what was sent, and send again what was given up. */
@RequiresChromium
@Tag("P6.5")
@Tag("P6.8")
class MessageDeskStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 800;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @SuppressWarnings("NullAway.Init") // set before each story
    private JdbcClient database;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
        database = shop.surroundings().database();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void staffFindWhatWasGivenUpAndSendItAgain(Words words) throws Exception {
        var isVietnamese = words == Words.VIETNAMESE;
        var email = "given-up-" + words.locale().substring(0, 2) + "@mail.example";
        try (var passenger = shop.passenger(words);
                var staff = shop.passenger(words)) {
            var code = bookingToldInVain(passenger, email);
            var page = staff.page();
            var looks = new Looks(page, words);
            page.setViewportSize(DESK, HEIGHT);
            StaffSignIn.signIn(shop, staff);
            if (!isVietnamese) {
                page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
                page.locator("html[lang=en]").waitFor();
            }

            staff.open("/admin/notifications?q=" + code);
            page.getByText(isVietnamese ? "Nhắc chuyến" : "Reminder").first().click();
            assertThat(page.getByText("452 4.2.2 mailbox full").first()).isVisible();
            assertThat(button(page, isVietnamese ? "Gửi lại" : "Send again")).isHidden();
            looks.check("desk-messages-queue");

            page.setViewportSize(DESK, HEIGHT);
            staff.open("/admin/notifications/log?q=" + code);
            page.getByText(isVietnamese ? "Xác nhận đặt vé" : "Booking confirmation")
                    .first()
                    .click();
            assertThat(page.getByText(Pattern.compile("^250")).first()).isVisible();
            looks.check("desk-messages-log");

            page.setViewportSize(DESK, HEIGHT);
            staff.open("/admin/notifications/give-ups?q=" + code);
            page.getByText(isVietnamese ? "Biên nhận" : "Receipt").first().click();
            assertThat(page.getByText("451 4.7.1 greylisted").first()).isVisible();
            looks.check("desk-messages-give-ups");
            page.setViewportSize(DESK, HEIGHT);
            page.reload();
            sendAgain(page, isVietnamese);

            var mailbox = new Mailbox(shop.surroundings().mail(), email);
            await().atMost(PATIENCE).until(() -> mailbox.mails().size() == 3);
            assertThat(mailbox.mails().getLast().getSubject())
                    .startsWith(isVietnamese ? "Biên nhận" : "Receipt");
            staff.open("/admin/notifications/give-ups?q=" + code);
            assertThat(page.getByText(Pattern.compile(code)).first()).isVisible();
            assertThat(page.getByText("451 4.7.1 greylisted")).isHidden();
        }
    }

    private static void sendAgain(Page page, boolean isVietnamese) {
        var again = isVietnamese ? "Gửi lại" : "Send again";
        button(page, again).click();
        var question = page.getByRole(AriaRole.DIALOG);
        assertThat(question)
                .containsText(isVietnamese ? "được gửi thêm một lần" : "is sent once more");
        question.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + again)))
                .click();
        assertThat(
                        page.getByRole(AriaRole.STATUS)
                                .getByText(
                                        isVietnamese
                                                ? "Đã đưa vào hàng đợi"
                                                : "Put into the queue"))
                .isVisible();
        assertThat(button(page, again)).isHidden();
    }

    /** A booking whose receipt was given up, and whose reminder waits for a full mailbox. */
    private String bookingToldInVain(Passenger passenger, String email) {
        var seat = passenger.words() == Words.VIETNAMESE ? "A07" : "A08";
        var purchase =
                new Purchase(shop, passenger, Purchase.trip(shop, 25), email, List.of(seat))
                        .toPayment();
        shop.surroundings().payos().pay(purchase.orderCode());
        assertThat(passenger.heading("paid")).isVisible();
        var mailbox = new Mailbox(shop.surroundings().mail(), email);
        await().atMost(PATIENCE).until(() -> mailbox.mails().size() == 2);
        await().atMost(PATIENCE).until(() -> giveUpTheReceipt(email) == 1);
        database.sql(
                        """
                        with waiting as (
                            insert into notification
                                   (kind, channel, booking_id, dedupe_key, state, attempts, failures, recipient,
                                    reason, created_at, next_attempt_at)
                            select 'REMINDER', 'EMAIL', id, 'reminder:' || id, 'QUEUED', 1, 1, contact_email,
                                   '452 4.2.2 mailbox full', now() - interval '1 hour', now() + interval '1 hour'
                              from booking
                             where contact_email = :email
                            returning id)
                        insert into notification_attempt
                               (notification_id, number, at, outcome, failure, answer, duration_millis)
                        select id, 1, now() - interval '1 hour', 'RETRY', 'TEMPORARY', '452 4.2.2 mailbox full', 812
                          from waiting
                        """)
                .param("email", email)
                .update();
        return purchase.bookingCode();
    }

    private int giveUpTheReceipt(String email) {
        return database.sql(
                        """
                        with given_up as (
                            update notification n
                               set state = 'GIVEN_UP', reason = '451 4.7.1 greylisted'
                              from booking b
                             where b.id = n.booking_id and b.contact_email = :email
                               and n.kind = 'RECEIPT' and n.state = 'SENT'
                            returning n.id)
                        insert into notification_attempt
                               (notification_id, number, at, outcome, failure, answer, duration_millis)
                        select id, 40, now(), 'RETRY', 'TEMPORARY', '451 4.7.1 greylisted', 1204 from given_up
                        """)
                .param("email", email)
                .update();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first();
    }
}
