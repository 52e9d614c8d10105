package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Staff keep the rules for changing and cancelling, and see beforehand what the passenger reads.
 */
@RequiresChromium
@Tag("P4.6")
class PolicyStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 800;
    private static final Map<Words, Map<String, String>> NAMES =
            Map.of(
                    Words.VIETNAMESE,
                    Map.of(
                            "add", "Thêm quy định",
                            "from", "Số ghế mua cùng lúc",
                            "percent", "Giữ lại",
                            "until", "Đến trước giờ chạy",
                            "more", "Thêm mức",
                            "sameTime", "Hai mức kết thúc cùng một lúc",
                            "reason", "Lý do",
                            "save", "Lưu quy định",
                            "group", "từ 6 ghế",
                            "remove", "Bỏ quy định"),
                    Words.ENGLISH,
                    Map.of(
                            "add", "Add rules",
                            "from", "Seats bought together",
                            "percent", "Kept",
                            "until", "Until before departure",
                            "more", "Add a step",
                            "sameTime", "Two steps end at the same time",
                            "reason", "Reason",
                            "save", "Save rules",
                            "group", "from 6 seats",
                            "remove", "Remove rules"));

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @SuppressWarnings("NullAway.Init") // set at the beginning of each story
    private Words words;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void staffWriteDownRulesAndReadThemAsThePassengerDoes(Words language) {
        words = language;
        try (var staff = shop.passenger(words)) {
            var page = staff.page();
            page.setViewportSize(DESK, HEIGHT);
            StaffSignIn.signIn(shop, staff);
            if (words == Words.ENGLISH) {
                page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
                page.locator("html[lang=en]").waitFor();
            }
            staff.open("/admin/policies?operator=GIO_NGAN");
            assertThat(page.locator("article").first()).isVisible();
            add(page);
            assertThat(card(page)).isVisible();
            assertThat(card(page).locator(".rules")).containsText("30%");
            new Looks(page, words).check("desk-policies");
            page.setViewportSize(DESK, HEIGHT);
            remove(page);
            assertThat(card(page)).isHidden();
        }
    }

    private void add(Page page) {
        button(page.locator("main"), "add").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(name("from")).selectOption("6");
        var rules = dialog.locator(".rules");
        assertThat(rules).containsText("6");
        var percent = dialog.getByLabel(Pattern.compile("^" + name("percent")));
        type(percent.first(), "150");
        assertThat(rules).isHidden();
        type(percent.first(), "30");
        assertThat(rules).containsText("30%");
        button(dialog, "more").click();
        assertThat(dialog.getByText(name("sameTime"))).isVisible();
        var until = dialog.getByLabel(Pattern.compile("^" + name("until")));
        type(until.last(), "24");
        assertThat(rules).containsText("24");
        new Looks(page, words).check("desk-policy-dialog");
        page.setViewportSize(DESK, HEIGHT);
        dialog.getByLabel(name("reason")).fill("hợp đồng mới");
        button(dialog, "save").click();
    }

    private void remove(Page page) {
        button(card(page), "remove").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(name("reason")).fill("hết hợp đồng");
        button(dialog, "remove").click();
    }

    private Locator card(Page page) {
        return page.locator("article")
                .filter(new Locator.FilterOptions().setHasText(name("group")))
                .first();
    }

    private static void type(Locator field, String value) {
        field.fill(value);
        field.press("Tab");
    }

    private Locator button(Locator within, String name) {
        return within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name(name))))
                .first();
    }

    private String name(String control) {
        return Objects.requireNonNull(
                Objects.requireNonNull(NAMES.get(words)).get(control), control);
    }
}
