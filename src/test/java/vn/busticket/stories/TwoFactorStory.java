package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.accounts.TotpSecret;

/** Somebody becomes an administrator, enrols a phone, loses it, and is helped by another. */
@RequiresChromium
@Tag("P7.1")
class TwoFactorStory {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    @ParameterizedTest
    @EnumSource(Words.class)
    void aNewAdministratorEnrolsAPhoneLosesItAndIsHelped(Words words)
            throws IOException, InterruptedException {
        var shop = Shop.shared();
        var email = "new-admin-" + words.locale().substring(0, 2) + "@mail.example";
        try (var helper = shop.passenger(Words.VIETNAMESE);
                var person = shop.passenger(words)) {
            person.register("Đỗ Tân Nhiệm", email, PASSWORD);
            person.open(AccountMails.verification(shop, email));
            assertThat(person.heading("emailConfirmed")).isVisible();
            appoint(shop, helper, email);

            var page = person.page();
            var looks = new Looks(page, words);
            person.open("/admin");
            person.signIn(email, PASSWORD);
            page.waitForURL(Pattern.compile(".*/two-factor$"));
            assertThat(person.heading("enrol")).isVisible();
            looks.check("two-factor-enrol");
            var phone = new TotpSecret(page.locator("code.secret").textContent().replace(" ", ""));
            person.field("code").fill("000000");
            person.button("confirm").click();
            assertThat(person.field("code")).hasAttribute("aria-invalid", "true");
            var used = phone.codeAt(Instant.now());
            prove(person, used);
            assertThat(person.heading("recoveryCodes")).isVisible();
            looks.check("two-factor-recovery");
            var recovery = page.locator(".recovery-codes code").first().textContent();
            page.locator("main button.primary").click();
            page.waitForURL(Pattern.compile(".*/admin$"));
            signOut(page);

            person.signIn(email, PASSWORD);
            assertThat(person.heading("twoFactor")).isVisible();
            looks.check("two-factor");
            prove(person, used);
            assertThat(person.field("code")).hasAttribute("aria-invalid", "true");
            prove(person, recovery);
            page.waitForURL(Pattern.compile(".*/admin$"));

            helper.open("/admin/people");
            reset(helper.page(), email);
            person.open("/admin");
            page.waitForURL(Pattern.compile(".*/login$"));
            person.signIn(email, PASSWORD);
            assertThat(person.heading("enrol")).isVisible();
        }
    }

    private static void prove(Passenger person, String code) {
        person.field("code").fill(code);
        person.field("code").press("Enter");
    }

    private static void appoint(Shop shop, Passenger helper, String email) {
        var page = helper.page();
        page.setViewportSize(DESK, HEIGHT);
        StaffSignIn.signIn(shop, helper);
        helper.open("/admin/people");
        new Looks(page, Words.VIETNAMESE).check("desk-people");
        page.setViewportSize(DESK, HEIGHT);
        button(page, "Bổ nhiệm quản trị viên").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Email").fill(email);
        assertThat(dialog.getByText("Đỗ Tân Nhiệm")).isVisible();
        dialog.getByLabel("Lý do").fill("Người mới");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bổ nhiệm"))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("đã là quản trị viên")).isVisible();
    }

    private static void reset(Page page, String email) {
        page.locator("vaadin-grid-cell-content:has-text('" + email + "')").waitFor();
        button(page, "Đặt lại xác thực").last().click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Lý do").fill("Mất điện thoại, đã gọi hỏi");
        dialog.getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đặt lại xác thực"))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("Đã đặt lại xác thực")).isVisible();
    }

    private static void signOut(Page page) {
        page.setViewportSize(DESK, HEIGHT);
        page.locator(".desk-who").click();
        page.locator("#desk-menu button").click();
        page.waitForURL(url -> !url.contains("/admin"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
