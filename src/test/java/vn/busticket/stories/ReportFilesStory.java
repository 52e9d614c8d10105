package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator takes a report away, and has it sent every week. */
@RequiresChromium
@Tag("P9.4")
class ReportFilesStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void whatIsShownIsTakenAwayAndSentByItself() throws IOException {
        try (var staff = shop.passenger(Words.VIETNAMESE);
                var passenger = shop.passenger(Words.VIETNAMESE)) {
            staff.page().setViewportSize(DESK, HEIGHT);
            StaffSignIn.signIn(shop, staff);
            var purchase =
                    new Purchase(
                                    shop,
                                    passenger,
                                    Purchase.trip(shop, 22),
                                    "report-files@mail.example",
                                    List.of("A03"))
                            .toPayment();
            shop.surroundings().payos().pay(purchase.orderCode());
            passenger.heading("paid").waitFor();
            staff.open("/admin/analytics/revenue");
            var page = staff.page();
            page.locator("main h2").first().waitFor();

            takeAway(page);
            haveItSent(page);
        }
    }

    private static void takeAway(Page page) throws IOException {
        var csv = Files.readString(saved(page, "CSV, từng đơn", "tung-don_"));
        assertThat(csv).startsWith("\ufeffNgày,Giờ,Mã đặt vé,").contains("\r\n");
        assertThat(csv.lines().count()).isGreaterThan(1);
        var status = page.locator(".export-status");
        assertThat(status).containsText("Đã xuất tung-don_");
        assertThat(Files.readAllBytes(saved(page, "PDF", "doanh-thu_")))
                .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        page.getByText("Xuất", exact()).click();
        look(page, "desk-report-export");
        page.getByText("Xuất", exact()).click();
        assertThat(page.locator(".export-list")).isHidden();
    }

    private static void haveItSent(Page page) {
        open(page);
        var dialog = page.getByRole(AriaRole.DIALOG);
        var recipients = dialog.getByLabel("Người nhận");
        recipients.fill("kế toán");
        dialog.getByRole(AriaRole.BUTTON, named("Đặt lịch")).click();
        assertThat(dialog).containsText("«kế» không phải là địa chỉ email.");

        recipients.fill("ketoan@mail.example");
        dialog.getByRole(AriaRole.BUTTON, named("Đặt lịch")).click();
        assertThat(page.getByText("Đã đặt lịch gửi báo cáo.")).isVisible();

        open(page);
        assertThat(dialog.locator(".schedule-card"))
                .containsText("Số liệu của tuần trước, gửi tới ketoan@mail.example");
        look(page, "desk-report-schedule");
        dialog.getByRole(AriaRole.BUTTON, named("Dừng gửi")).click();
        assertThat(dialog.locator(".schedule-card .badge")).hasText("Đã dừng");
    }

    private static void look(Page page, String screen) {
        new Looks(page, Words.VIETNAMESE).check(screen);
        page.setViewportSize(DESK, HEIGHT);
    }

    private static void open(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi định kỳ")).click();
    }

    private static java.nio.file.Path saved(Page page, String way, String name) {
        page.getByText("Xuất", exact()).click();
        var download =
                page.waitForDownload(() ->
                        page.locator(".export-list a")
                                .filter(
                                        new Locator.FilterOptions()
                                                .setHas(page.getByText(way, exact())))
                                .click());
        assertThat(download.suggestedFilename()).startsWith(name);
        assertThat(page.locator(".export-list")).isHidden();
        return download.path();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
