package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody makes an account on a phone, forgets the password, and signs out everywhere. */
@RequiresChromium
@Tag("P7.1")
class AccountStory {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final String ANOTHER = "một mật khẩu khác hẳn";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void aGuestMakesAnAccountAndFindsWhatWasBookedBefore(Words words) {
        var email = "newcomer-" + words.locale().substring(0, 2) + "@mail.example";
        try (var passenger = shop.passenger(words);
                var stranger = shop.passenger(words)) {
            var looks = new Looks(passenger.page(), words);
            var seat = words == Words.VIETNAMESE ? "A01" : "A02";
            var code =
                    new Purchase(shop, passenger, Purchase.trip(shop, 19), email, List.of(seat))
                            .toPayment()
                            .bookingCode();
            passenger.register("Lê Thị Hoa", email, PASSWORD);
            assertThat(passenger.heading("lookIntoMailbox")).isVisible();
            assertThat(passenger.field("email")).hasValue(email);
            looks.check("verify-email-sent");

            stranger.register("Kẻ Lạ", email, ANOTHER);
            assertThat(stranger.heading("lookIntoMailbox")).isVisible();

            passenger.open(AccountMails.verification(shop, email));
            assertThat(passenger.heading("emailConfirmed")).isVisible();
            looks.check("verify-email-done");
            passenger.open("/bookings");
            assertThat(passenger.page().getByText(code).first()).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void onAnotherPhoneTheLinkAsksForThePassword(Words words) {
        var email = "two-phones-" + words.locale().substring(0, 2) + "@mail.example";
        try (var here = shop.passenger(words);
                var there = shop.passenger(words)) {
            here.register("Lê Thị Hoa", email, PASSWORD);
            there.open(AccountMails.verification(shop, email));
            assertThat(there.heading("confirmEmail")).isVisible();
            new Looks(there.page(), words).check("verify-email-password");
            there.field("password").fill(ANOTHER);
            there.button("confirm").click();
            assertThat(there.field("password")).hasAttribute("aria-invalid", "true");
            there.field("password").fill(PASSWORD);
            there.button("confirm").click();
            assertThat(there.heading("emailConfirmed")).isVisible();
            there.open("/profile");
            assertThat(there.page()).hasURL(Pattern.compile(".*/profile$"));
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void aForgottenPasswordIsSetByALinkThatWorksOnce(Words words) {
        var email = "forgetful-" + words.locale().substring(0, 2) + "@mail.example";
        try (var passenger = shop.passenger(words);
                var tablet = shop.passenger(words)) {
            var looks = new Looks(passenger.page(), words);
            tablet.register("Lê Thị Hoa", email, PASSWORD);
            tablet.open(AccountMails.verification(shop, email));
            assertThat(tablet.heading("emailConfirmed")).isVisible();

            passenger.open("/forgot-password");
            looks.check("forgot-password");
            passenger.field("email").fill("nobody-" + email);
            passenger.button("sendLink").click();
            var answer = passenger.page().locator("[role=status] .banner");
            assertThat(answer).isVisible();
            var toNobody = answer.textContent();
            passenger.open("/forgot-password");
            passenger.field("email").fill(email);
            passenger.button("sendLink").click();
            assertThat(answer).hasText(toNobody);

            var link = AccountMails.reset(shop, email);
            passenger.open(link);
            looks.check("reset-password");
            passenger.field("newPassword").fill(ANOTHER);
            passenger.button("setPassword").click();
            assertThat(passenger.heading("newPasswordSet")).isVisible();
            looks.check("reset-password-done");
            passenger.open(link);
            assertThat(passenger.heading("linkOver")).isVisible();
            looks.check("reset-password-over");

            tablet.open("/profile");
            tablet.page().waitForURL(Pattern.compile(".*/login.*"));
            passenger.signIn(email, ANOTHER);
            passenger.open("/profile");
            assertThat(passenger.page()).hasURL(Pattern.compile(".*/profile$"));
        }
    }

    @Test
    void whoChangesThePasswordStaysAndWhoSignsOutEverywhereGoes() {
        var email = "careful@mail.example";
        try (var phone = shop.passenger(Words.VIETNAMESE);
                var tablet = shop.passenger(Words.VIETNAMESE)) {
            phone.register("Lê Thị Hoa", email, PASSWORD);
            phone.open(AccountMails.verification(shop, email));
            assertThat(phone.heading("emailConfirmed")).isVisible();
            tablet.signIn(email, PASSWORD);

            phone.open("/profile/security");
            phone.field("currentPassword").fill(PASSWORD);
            phone.field("newPassword").fill(ANOTHER);
            phone.button("changePassword").click();
            assertThat(phone.page().locator("[role=status] .banner.ok")).isVisible();
            phone.open("/profile");
            assertThat(phone.page()).hasURL(Pattern.compile(".*/profile$"));
            tablet.open("/profile");
            tablet.page().waitForURL(Pattern.compile(".*/login.*"));

            tablet.signIn(email, ANOTHER);
            phone.open("/profile/security");
            phone.button("signOutEverywhere").click();
            phone.page().waitForURL(url -> !url.contains("profile"));
            for (var device : List.of(phone, tablet)) {
                device.open("/profile");
                device.page().waitForURL(Pattern.compile(".*/login.*"));
            }
        }
    }

    @Test
    void whoLostTheLinkMayHaveItAgain() throws InterruptedException {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            passenger.open("/verify-email/forged");
            assertThat(passenger.heading("linkOver")).isVisible();
            passenger.field("email").fill("anybody@mail.example");
            passenger.button("sendLink").click();
            assertThat(passenger.page().locator("[role=status] .banner.ok")).isVisible();
        }
        Mailbox.waitUntil(() -> requests() == 0, Duration.ofSeconds(10));
        assertThat(requests()).isZero();
    }

    private long requests() {
        return shop.surroundings()
                .database()
                .sql("select count(*) from account_mail_request")
                .query(Long.class)
                .single();
    }
}
