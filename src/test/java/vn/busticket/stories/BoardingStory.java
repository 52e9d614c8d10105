package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crew at the door of its coach: by tap, by camera, without a network, on two phones. */
@RequiresChromium
@Tag("P5.2")
@Tag("P5.3")
@Tag("P7.2")
class BoardingStory {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final Pattern AT_LEAST_TWO = Pattern.compile("[2-9]|\\d{2}");
    private static final int A4_PIXELS = 794;
    private static final int PHONE_PIXELS = 360;
    private static final Map<Words, Map<String, String>> NAMES =
            Map.of(
                    Words.VIETNAMESE,
                    Map.of(
                            "checkIn", "Lên xe",
                            "undo", "Hoàn tác",
                            "noShow", "Vắng mặt",
                            "scan", "Quét mã",
                            "close", "Đóng",
                            "show", "Hiện",
                            "offline", "Không có mạng",
                            "again", "Cần xem lại",
                            "signOut", "Đăng xuất",
                            "welcome", "lên xe"),
                    Words.ENGLISH,
                    Map.of(
                            "checkIn", "Check in",
                            "undo", "Undo",
                            "noShow", "No-show",
                            "scan", "Scan",
                            "close", "Close",
                            "show", "Show",
                            "offline", "No network",
                            "again", "Please look again",
                            "signOut", "Sign out",
                            "welcome", "welcome on board"));

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
    void aCrewChecksItsPassengersIn(Words language) throws IOException {
        words = language;
        var trip = Purchase.trip(shop, words == Words.VIETNAMESE ? 27 : 28);
        var seats = List.of("A03", "A04", "A05");
        buy(trip, seats);
        leaveNow(trip);
        var crew = crew();
        var film = TicketFilm.of(code(trip, "A04"));
        try (var chromium = Chromium.withCamera(film);
                var front = new Passenger(chromium, words, shop.node().address());
                var rear = shop.passenger(words)) {
            front.signIn(crew, PASSWORD);
            front.page().waitForURL(Pattern.compile(".*/operator$"));
            new Looks(front.page(), words).check("operator");
            front.open("/operator/trips/" + trip + "/manifest");
            rear.signIn(crew, PASSWORD);
            rear.open("/operator/trips/" + trip + "/manifest");
            assertThat(act(front.page(), "checkIn", "A03")).isVisible();
            byTap(front.page(), rear.page());
            byCamera(front.page(), rear.page());
            withoutNetwork(front.page(), rear.page(), trip);
            absent(front.page(), trip);
            looks(front);
            front.open("/operator");
            signOut(front.page());
        }
        for (var seat : seats) {
            assertThat(state(trip, seat)).isEqualTo("A05".equals(seat) ? "NO_SHOW" : "BOARDED");
        }
    }

    private void byTap(Page front, Page rear) {
        act(front, "checkIn", "A03").click();
        assertThat(front.locator(".boarding-card.ok")).containsText(name("welcome"));
        assertThat(act(rear, "undo", "A03")).isVisible();
        act(rear, "undo", "A03").click();
        assertThat(act(front, "checkIn", "A03")).isVisible();
        act(front, "checkIn", "A03").click();
        assertThat(act(rear, "undo", "A03")).isVisible();
        front.locator(".boarding-show").first().click();
        assertThat(front.locator("a.boarding-call")).hasAttribute("href", "tel:+84912345678");
    }

    private void byCamera(Page front, Page rear) {
        button(front, "scan").click();
        assertThat(front.locator(".scanner .boarding-card.ok"))
                .containsText(
                        "A04", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(act(rear, "undo", "A04")).isVisible();
        photograph(front, "scanner");
        front.locator(".scanner").getByText(name("close")).click();
        assertThat(front.locator(".scanner")).isHidden();
    }

    /** One phone loses the network and goes on; what it did joins up once. */
    private void withoutNetwork(Page front, Page rear, long trip) {
        act(rear, "undo", "A03").click();
        assertThat(act(front, "checkIn", "A03")).isVisible();
        front.context().setOffline(true);
        assertThat(front.locator(".boarding-line")).containsText(name("offline"));
        assertThat(front.locator("vaadin-connection-indicator .v-status-message")).isHidden();
        act(front, "checkIn", "A03").click();
        assertThat(act(front, "undo", "A03")).isVisible();
        assertThat(front.locator(".boarding-line")).containsText("1");
        button(front, "scan").click();
        front.locator("#boarding-code").fill("ABCD2345");
        front.locator("#boarding-code").press("Enter");
        assertThat(front.locator(".scanner .boarding-card.bad")).isVisible();
        front.locator(".scanner").getByText(name("close")).click();
        assertThat(act(rear, "checkIn", "A03")).isVisible();
        loadedAnew(front);
        assertThat(act(rear, "checkIn", "A03")).isVisible();
        act(rear, "checkIn", "A05").click();
        assertThat(act(rear, "undo", "A05")).isVisible();
        // The phone shows it before the server has it, and what is decided later prevails.
        await().untilAsserted(() -> assertThat(state(trip, "A05")).isEqualTo("BOARDED"));
        act(front, "noShow", "A05").click();
        assertThat(front.locator("li.no-show")).hasCount(1);

        front.context().setOffline(false);

        assertThat(act(rear, "undo", "A03")).isVisible();
        assertThat(front.locator(".desk-head")).isVisible();
        assertThat(front.locator(".boarding-line")).isHidden();
        assertThat(act(front, "undo", "A03")).isVisible();
        for (var phone : List.of(front, rear)) {
            assertThat(act(phone, "undo", "A05")).isVisible();
            assertThat(phone.locator(".boarding-conflicts")).containsText(name("again"));
            assertThat(phone.locator(".boarding-conflicts li")).hasCount(1);
            assertThat(phone.locator(".boarding-conflicts li")).containsText("A05");
        }
    }

    /** Without a network the page comes from the phone itself, with all that was done. */
    private void loadedAnew(Page front) {
        var line = front.locator(".boarding-line");
        assertThat(line).containsText(AT_LEAST_TWO);
        var told = line.textContent();
        front.reload();
        assertThat(front.locator("h1")).isVisible();
        assertThat(line).containsText(name("offline"));
        assertThat(line).hasText(told);
        assertThat(act(front, "undo", "A03")).isVisible();
        button(front, "scan").click();
        assertThat(front.locator(".scanner .boarding-card"))
                .containsText(
                        "A04", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        front.locator(".scanner").getByText(name("close")).click();
        new Looks(front, words).check("manifest-alone");
    }

    /** Whoever signs out leaves no list of passengers on the phone. */
    private void signOut(Page front) {
        assertThat(kept(front)).isPositive();
        front.locator(".desk-who").click();
        button(front, "signOut").click();
        front.waitForURL(Pattern.compile(".*[^/]/$"));
        front.waitForFunction(
                """
                async () => (await caches.keys()).length === 0
                    && (await navigator.serviceWorker.getRegistrations()).length === 0
                """);
    }

    /** How many lists the phone keeps. */
    private static int kept(Page front) {
        return (int) front.evaluate("async () => (await caches.keys()).length");
    }

    private void absent(Page front, long trip) {
        act(front, "undo", "A05").click();
        act(front, "noShow", "A05").click();
        assertThat(front.locator("li.no-show")).hasCount(1);
        assertThat(boardings(trip, "A03")).isEqualTo(3);
    }

    private void looks(Passenger front) throws IOException {
        var page = front.page();
        var looks = new Looks(page, words);
        looks.check("manifest");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".manifest-paper table")).isVisible();
        assertThat(page.locator(".manifest-head")).isHidden();
        page.setViewportSize(A4_PIXELS, A4_PIXELS);
        photograph(page, "manifest-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        if (System.getProperty("pictures") != null) {
            var file = Path.of("target", "pictures", "manifest-" + words.locale() + ".pdf");
            Files.write(file, page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        }
        page.setViewportSize(PHONE_PIXELS, A4_PIXELS);
        front.open("/operator/trips?day=" + Shop.day(13));
        assertThat(page.locator(".desk-cards li").first()).isVisible();
        looks.check("operator-trips");
        front.open("/operator/trips/" + otherCompanysTrip() + "/manifest");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".boarding")).hasCount(0);
    }

    /** A passenger buys and pays; the words are those of the shop. */
    private void buy(long trip, List<String> seats) {
        try (var passenger = shop.passenger(words)) {
            var purchase =
                    new Purchase(
                            shop,
                            passenger,
                            trip,
                            "door-" + words.locale().substring(0, 2) + "@mail.example",
                            seats);
            purchase.toPayment();
            shop.surroundings().payos().pay(purchase.orderCode());
            assertThat(passenger.heading("paid")).isVisible();
        }
    }

    /** The coach is about to have left its first stop; nodes read the trip anew. */
    private void leaveNow(long trip) {
        var database = shop.surroundings().database();
        database.sql(
                        """
                        with moved as (
                            update trip set departs_at = now() - interval '5 minutes' where id = :trip returning id)
                        update booking
                           set arrives_at = now() - interval '5 minutes' + (arrives_at - departs_at),
                               departs_at = now() - interval '5 minutes'
                         where trip_id in (select id from moved)
                        """)
                .param("trip", trip)
                .update();
        database.sql(
                        """
                        select count_bookings(array(select id from booking
                                                    where trip_id = :trip and confirmed_at is not null))
                        """)
                .param("trip", trip)
                .query((row, number) -> true)
                .list();
        database.sql("select pg_notify('busticket', 'story:catalogue:*')")
                .query((row, number) -> true)
                .list();
    }

    /** Registers and is made operator staff by an administrator; the address to sign in with. */
    private String crew() {
        var email = "crew-" + words.locale().substring(0, 2) + "@mail.example";
        try (var person = shop.passenger(words)) {
            person.register("Trần Văn Mẫu", email, PASSWORD);
            person.open(AccountMails.verification(shop, email));
            assertThat(person.heading("emailConfirmed")).isVisible();
        }
        try (var boss = shop.passenger(Words.VIETNAMESE)) {
            var page = boss.page();
            StaffSignIn.signIn(shop, boss);
            boss.open("/admin/people");
            begins(page, "Thêm nhân viên nhà xe").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Email").fill(email);
            assertThat(dialog.getByText("Trần Văn Mẫu")).isVisible();
            dialog.getByRole(AriaRole.COMBOBOX).fill("Sao Đêm");
            page.getByRole(AriaRole.OPTION).first().click();
            dialog.getByLabel("Lý do").fill("soát vé ban đêm");
            dialog.getByText("Thêm", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("đã là nhân viên nhà xe")).isVisible();
            new Looks(page, Words.VIETNAMESE).check("people-" + words.locale());
        }
        return email;
    }

    private Locator act(Page page, String act, String seat) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(Pattern.compile("^" + name(act) + ": .* " + seat)));
    }

    private Locator button(Page page, String name) {
        return begins(page, name(name));
    }

    private static Locator begins(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first();
    }

    private String name(String control) {
        var names = Objects.requireNonNull(NAMES.get(words));
        return Objects.requireNonNull(names.get(control), control);
    }

    private void photograph(Page page, String screen) {
        if (System.getProperty("pictures") != null) {
            var file = "%s-%s.png".formatted(screen, words.locale().substring(0, 2));
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", file)));
        }
    }

    private String code(long trip, String seat) {
        return one(
                """
                select t.qr_text from ticket t
                  join booking_passenger p on p.id = t.passenger_id
                 where t.trip_id = :trip and p.seat_label = :seat and t.voided_at is null
                """,
                trip,
                seat,
                String.class);
    }

    private String state(long trip, String seat) {
        return one(
                """
                select p.state from booking_passenger p join booking b on b.id = p.booking_id
                 where b.trip_id = :trip and p.seat_label = :seat
                """,
                trip,
                seat,
                String.class);
    }

    /** How often the history tells that a passenger got on. */
    private long boardings(long trip, String seat) {
        return one(
                """
                select count(*) from booking_history h join booking b on b.id = h.booking_id
                 where b.trip_id = :trip and h.event = 'BOARDED' and h.detail ->> 'seat' = :seat
                """,
                trip,
                seat,
                Long.class);
    }

    private long otherCompanysTrip() {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select min(t.id) from trip t
                          join operator o on o.id = t.operator_id and o.code <> 'SAO_DEM'
                        """)
                .query(Long.class)
                .single();
    }

    private <T> T one(String sql, long trip, String seat, Class<T> type) {
        return shop.surroundings()
                .database()
                .sql(sql)
                .param("trip", trip)
                .param("seat", seat)
                .query(type)
                .single();
    }
}
