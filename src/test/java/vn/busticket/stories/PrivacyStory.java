package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody takes all data along and has the account erased; an administrator reads about it. */
@RequiresChromium
@Tag("P7.3")
class PrivacyStory {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    @ParameterizedTest
    @EnumSource(Words.class)
    void somebodyTakesAllDataAlongAndHasTheAccountErased(Words words)
            throws IOException, InterruptedException {
        var shop = Shop.shared();
        var email = "leaving-" + words.locale().substring(0, 2) + "@mail.example";
        try (var person = shop.passenger(words);
                var staff = shop.passenger(words)) {
            person.register("Võ Ra Đi", email, PASSWORD);
            person.open(AccountMails.verification(shop, email));
            assertThat(person.heading("emailConfirmed")).isVisible();
            person.open("/profile/data");
            var page = person.page();
            new Looks(page, words).check("profile-data");
            var cards = page.locator(".profile .card.fields");
            fill(cards.first(), "không phải mật khẩu này");
            assertThat(cards.first().locator("input")).hasAttribute("aria-invalid", "true");
            fill(cards.first(), PASSWORD);
            var file = page.waitForDownload(() -> cards.first().locator("a").last().click());
            assertThat(Files.readString(file.path())).contains(email).contains("Võ Ra Đi");

            fill(cards.last(), PASSWORD);
            page.waitForURL(url -> !url.contains("profile"));
            person.open("/profile");
            page.waitForURL(Pattern.compile(".*/login.*"));
            var mailbox = new Mailbox(shop.surroundings().mail(), email);
            assertThat(mailbox.waitFor(2, Duration.ofSeconds(20))).hasSize(2);

            staff.page().setViewportSize(DESK, HEIGHT);
            StaffSignIn.signIn(shop, staff);
            staff.open("/admin/audit?show=personal_data");
            assertThat(staff.page().getByText("Xóa tài khoản của mình").first()).isVisible();
            new Looks(staff.page(), words).check("desk-audit");
        }
    }

    private static void fill(Locator card, String password) {
        card.locator("input[type=password]").fill(password);
        card.locator("button.button").first().click();
    }
}
