package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.notifications.SampleData;
import vn.busticket.notifications.SamplePages;
import vn.busticket.shared.Language;

/** A walk past every e-mail: it fits every mail program, by day and by night, and can be read. */
@RequiresChromium
@Tag("P6.1")
class LettersStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyLetterFitsEveryMailProgramAndEveryPerson(Words words) {
        try (var chromium = Chromium.start();
                var reader = chromium.phone(words.locale())) {
            var page = reader.newPage();
            var looks = new Looks(page, words);
            walk(page, looks, SampleData.USUAL, words, true);
            walk(page, looks, SampleData.LARGE, words, false);
        }
    }

    @Test
    @Tag("P6.2")
    void staffLookAtEveryLetterAndSendOneToThemselves() throws Exception {
        var shop = Shop.shared();
        try (var staff = shop.passenger(Words.VIETNAMESE)) {
            var page = staff.page();
            page.setViewportSize(DESK, HEIGHT);
            StaffSignIn.signIn(shop, staff);
            staff.open("/admin/notifications/templates");
            var letter = page.frameLocator("iframe");
            letter.getByText("Chỗ của bạn đã chắc chắn").waitFor();
            new Looks(page, Words.VIETNAMESE).check("desk-templates");

            page.setViewportSize(DESK, HEIGHT);
            segment(page, "EN").click();
            page.waitForURL("**/*lang=en*");
            link(page, "Nhắc chuyến").click();
            page.waitForURL("**/*kind=reminder*lang=en*");
            letter.getByText("Soon you are off to Đà Lạt").waitFor();
            assertThat(letter.locator("img").first()).isVisible();
            segment(page, "320 px").click();
            page.waitForURL("**/*form=phone*");
            letter.getByText("Soon you are off to Đà Lạt").waitFor();
            segment(page, "SMS").click();
            assertThat(
                            page.getByText(
                                    "BusTicket K7M2XQ4P reminder: Sai Gon-Da Lat Fri 27/11 22:30"))
                    .isVisible();
            segment(page, "Chữ").click();
            assertThat(page.getByText("Bring an identity document")).isVisible();

            page.getByRole(AriaRole.BUTTON, named("Gửi thử cho tôi")).click();
            page.getByText("Đã gửi thử").waitFor();
            var mailbox = new Mailbox(shop.surroundings().mail(), Surroundings.ADMIN_EMAIL);
            mailbox.withSubject("[TEST] Reminder: Sài Gòn → Đà Lạt");
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** A view of the letter, of which one is shown. */
    private static Locator segment(Page page, String name) {
        return page.locator(".desk-segments").getByText(name).first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void walk(Page page, Looks looks, SampleData data, Words words, boolean isRead) {
        var language = words == Words.VIETNAMESE ? Language.VI : Language.EN;
        SamplePages.of(data, language)
                .forEach((name, html) -> {
                    page.setContent(html);
                    looks.checkLetter(name, isRead);
                });
    }
}
