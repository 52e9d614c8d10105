package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;

/** An administrator looks at what was sold; whoever draws the charts, the story is the same. */
@RequiresChromium
@Tag("P9.1")
@Tag("P9.2")
@Tag("P9.4")
class ReportsStory {

    private static final int DESK = 1440;
    private static final int HEIGHT = 900;
    private static final int DAYS = 28;

    /** A column of less than this part of the highest may be too low to be seen. */
    private static final int VISIBLE = 20;

    private final List<String> heldBack = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void moneyThatArrivesStandsInTheOpenReportByItself() {
        try (var staff = shop.passenger(Words.VIETNAMESE);
                var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = signedIn(staff, "/admin/analytics/revenue");
            sell(passenger, "A01");

            passenger.heading("paid").waitFor();
            assertThat(page.locator(".report-figures .lead .value"))
                    .hasText(new Formats(Language.VI).money(revenueOfAllDays()));
            assertThatColumnsAreDrawn(page);

            readWithTheKeyboard(page);
            goThroughTheTable(page);
            assertThat(heldBack).as("script that our own policy keeps from running").isEmpty();
        }
    }

    @Test
    void everyFigureFitsEveryWindowAndEveryPerson() {
        try (var staff = shop.passenger(Words.VIETNAMESE);
                var passenger = shop.passenger(Words.VIETNAMESE)) {
            sell(passenger, "A02");
            passenger.heading("paid").waitFor();
            var page = signedIn(staff, "/admin/analytics/revenue");
            for (var words : Words.values()) {
                if (words == Words.ENGLISH) {
                    page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
                    page.waitForFunction("() => document.documentElement.lang === 'en'");
                }
                var looks = new Looks(page, words);
                for (var screen : List.of("analytics/revenue", "analytics/bookings", "system")) {
                    staff.open("/admin/" + screen);
                    page.locator("main h2").first().waitFor();
                    looks.check(screen.replace('/', '-'));
                }
            }
            staff.open("/admin/analytics/bookings?range=fortnight&route=0");
            assertThat(page.getByText("This part of the address makes no sense: range, route."))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("28 days")))
                    .hasAttribute("aria-current", "true");
        }
    }

    private void sell(Passenger passenger, String seat) {
        passenger.page().setViewportSize(DESK, HEIGHT);
        var email = "reports-" + seat.toLowerCase(Locale.ROOT) + "@mail.example";
        var trip = Purchase.trip(shop, 22);
        var purchase = new Purchase(shop, passenger, trip, email, List.of(seat)).toPayment();
        shop.surroundings().payos().pay(purchase.orderCode());
    }

    private Page signedIn(Passenger staff, String address) {
        staff.page().setViewportSize(DESK, HEIGHT);
        staff.page()
                .onConsoleMessage(said -> {
                    if (said.text().contains("Content Security Policy")) {
                        heldBack.add(said.text());
                    }
                });
        StaffSignIn.signIn(shop, staff);
        staff.open(address);
        staff.page().locator("main h2").first().waitFor();
        return staff.page();
    }

    private static void readWithTheKeyboard(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Doanh thu thuần"))
                .focus();
        var meaning = page.getByText("Tiền đã vào đơn");
        assertThat(meaning).isVisible();
        page.keyboard().press("Escape");
        assertThat(meaning).isHidden();

        var cursor = page.getByRole(AriaRole.SLIDER);
        cursor.focus();
        page.keyboard().press("End");
        var tip = page.locator(".chart-tip");
        assertThat(tip).containsText("Đến lúc này");
        assertThat(tip).containsText("₫");
        page.keyboard().press("Escape");
        assertThat(tip).isHidden();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*from=.*&up=.*"));
        page.getByRole(AriaRole.NAVIGATION, named("Đang xem")).getByRole(AriaRole.LINK).click();
        page.waitForURL(Pattern.compile("^(?!.*up=).*$"));
        assertThat(cursor).hasAttribute("aria-valuemax", Integer.toString(DAYS - 1));
    }

    private static void goThroughTheTable(Page page) {
        page.getByRole(AriaRole.LINK, named("Bảng")).first().click();
        page.waitForURL(Pattern.compile(".*days\\.view=table.*"));
        var rows = page.locator("#days-page- tbody tr");
        assertThat(rows).hasCount(DAYS);
        page.getByRole(AriaRole.LINK, named("Doanh thu (₫)")).first().click();
        page.waitForURL(Pattern.compile(".*days\\.sort=-value.*"));
        assertThat(rows.first()).containsText("hôm nay");
    }

    /** Days with sales have a column in the chart's colour, the others none. */
    private void assertThatColumnsAreDrawn(Page page) {
        page.locator(".chart-picture[drawn]").first().waitFor();
        page.mouse().move(0, 0);
        var plot = page.locator("busticket-chart-cursor").first();
        var ink = ink(page);
        var sold = IntStream.range(0, DAYS).mapToObj(day -> revenue(day - DAYS + 1)).toList();
        var highest = Collections.max(sold);
        page.waitForCondition(() -> inked(picture(plot), sold.indexOf(highest), ink) > 0);
        var drawn = picture(plot);
        for (var day = 0; day < DAYS; day++) {
            if (sold.get(day).dong() == 0) {
                assertThat(inked(drawn, day, ink)).as("day %d", day).isZero();
            } else if (sold.get(day).dong() > highest.dong() / VISIBLE) {
                assertThat(inked(drawn, day, ink)).as("day %d", day).isPositive();
            }
        }
    }

    private static int inked(BufferedImage picture, int day, List<Integer> ink) {
        var from = picture.getWidth() * day / DAYS;
        var to = picture.getWidth() * (day + 1) / DAYS;
        var edge = (to - from) / 4;
        var count = 0;
        for (var x = from + edge; x < to - edge; x++) {
            for (var y = 0; y < picture.getHeight(); y++) {
                count += isClose(picture.getRGB(x, y), ink) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isClose(int rgb, List<Integer> ink) {
        return Math.abs((rgb >> 16 & 0xff) - ink.get(0)) < 24
                && Math.abs((rgb >> 8 & 0xff) - ink.get(1)) < 24
                && Math.abs((rgb & 0xff) - ink.get(2)) < 24;
    }

    @SuppressWarnings("unchecked") // what the script answers
    private static List<Integer> ink(Page page) {
        return (List<Integer>)
                page.evaluate(
                        """
                        () => {
                          const probe = document.body.appendChild(document.createElement('i'));
                          probe.style.color = 'var(--chart-1)';
                          const seen = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
                          probe.remove();
                          return seen;
                        }
                        """);
    }

    private static BufferedImage picture(Locator place) {
        try {
            return ImageIO.read(new ByteArrayInputStream(place.screenshot()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Vnd revenueOfAllDays() {
        return Vnd.sum(IntStream.range(0, DAYS).mapToObj(day -> revenue(-day)).toList());
    }

    /** What a day brought, counted from today. */
    private Vnd revenue(int day) {
        return new Vnd(
                shop.surroundings()
                        .database()
                        .sql(
                                """
                                select coalesce(sum(received_vnd - refunded_vnd), 0)
                                  from report_totals_day
                                 where day = :day
                                """)
                        .param("day", Shop.day(day))
                        .query(Long.class)
                        .single());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
