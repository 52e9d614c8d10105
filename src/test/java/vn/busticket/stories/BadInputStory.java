package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that somebody types breaks anything, and nothing of it is lost. */
@RequiresChromium
class BadInputStory {

    private static final String SEAT = "A03";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P3.1")
    @Tag("P2.3")
    void everyWrongFieldSaysSoAndKeepsWhatWasTyped(Words words) {
        try (var passenger = shop.passenger(words)) {
            var page = passenger.page();
            var day = words == Words.VIETNAMESE ? 9 : 10;
            openMap(passenger, day);
            passenger.takeSeats(List.of(SEAT));
            passenger.button("pay").click();
            assertWrong(passenger, "name", "Nhập họ và tên", "Enter the full name");
            assertWrong(passenger, "phone", "Nhập số điện thoại", "Enter a phone number");
            assertWrong(passenger, "email", "Nhập email", "Enter an email address");
            assertThat(passenger.field("name")).isFocused();

            type(passenger, "A", "123456", "ba", "B");
            assertWrong(passenger, "name", "Họ và tên dài từ 2", "A full name has 2 to");
            assertWrong(passenger, "phone", "Số điện thoại chưa đúng", "This phone number is");
            assertWrong(passenger, "email", "Email chưa đúng", "This email address is");
            assertWrong(traveller(passenger), words, "Họ và tên dài từ 2", "A full name has 2 to");

            type(passenger, "12345", "0168 123 4567", "ba@mail", "@@@");
            assertWrong(passenger, "name", "Họ và tên chỉ gồm", "A full name has only");
            assertWrong(passenger, "phone", "Số 11 chữ số cũ", "Numbers of 11 digits");
            assertWrong(passenger, "email", "Email chưa đúng", "This email address is");
            assertWrong(traveller(passenger), words, "Họ và tên chỉ gồm", "A full name has only");

            page.reload();
            assertTyped(passenger.page(), "12345", "0168 123 4567", "ba@mail", "@@@");
            var tab = passenger.newTab();
            tab.navigate(page.url());
            assertTyped(tab, "12345", "0168 123 4567", "ba@mail", "@@@");
            tab.close();

            passenger.button("pay").click();
            byName(page, words, "Dùng số ", "Use ").click();
            assertThat(passenger.field("phone")).hasValue("0381234567");
            assertThat(passenger.field("phone")).not().hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    @Tag("P1.3")
    @Tag("P2.3")
    void backAndReloadLeadToTheSameStepWithEverythingTyped() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            passenger.open("/");
            openMap(passenger, 11);
            var map = page.url();
            passenger.goBack();
            assertThat(passenger.button("chooseSeats")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/trips\\?.*"));
            page.reload();
            assertThat(passenger.button("chooseSeats")).isVisible();
            passenger.goForward();
            passenger.takeSeats(List.of(SEAT));
            var checkout = page.url();

            passenger.fillIn("Lê Thị Bưởi", "0912 345 678", "buoi@mail.example", List.of(SEAT));
            passenger.goBack();
            assertThat(passenger.seat(SEAT)).hasAttribute("aria-pressed", "true");
            assertThat(page).hasURL(map);
            page.reload();
            assertThat(passenger.seat(SEAT)).hasAttribute("aria-pressed", "true");
            passenger.button("continue").click();
            page.waitForURL(checkout);
            assertTyped(page, "Lê Thị Bưởi", "0912 345 678", "buoi@mail.example", "Lê Thị Bưởi");

            passenger.goToPayment();
            var payment = page.url();
            page.reload();
            assertThat(passenger.button("openPayos")).isVisible();
            passenger.goBack();
            assertThat(headline(page)).hasText("You have booked this already");
            assertThat(page).hasURL(checkout);
            page.reload();
            assertThat(headline(page)).hasText("You have booked this already");
            passenger.button("pay").click();
            page.waitForURL(payment);

            var payos = shop.surroundings().payos();
            payos.pay(payos.links().getFirst().orderCode());
            assertThat(passenger.heading("paid")).isVisible();
            page.reload();
            assertThat(passenger.heading("paid")).isVisible();
            passenger.button("stay").click();
            page.navigate(payment);
            assertThat(passenger.heading("paid")).isVisible();
        }
    }

    /** The very moment in which the router of Vaadin 25.1 alone would change the address only. */
    @Test
    @Tag("P1.3")
    void backIsNotLostInTheMomentInWhichAScreenAppears() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            page.addInitScript(
                    """
                    addEventListener('vaadin-navigated', () => { window.arrived = true; }, { once: true });
                    const push = history.pushState;
                    history.pushState = (...parts) => {
                        push.apply(history, parts);
                        if (location.pathname.startsWith('/trips/')) {
                            history.pushState = push;
                            window.pressedBack = true;
                            history.back();
                        }
                    };
                    """);
            passenger.open(listOfTrips(14));
            page.waitForFunction("window.arrived");
            passenger.button("chooseSeats").click();
            page.waitForFunction("window.pressedBack");
            assertThat(passenger.button("chooseSeats")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/trips\\?.*"));
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P1.4")
    @Tag("P4.3")
    void changedAddressesAreAnsweredInTheReadersLanguage(Words words) {
        try (var owner = shop.passenger(Words.ENGLISH);
                var reader = shop.passenger(words)) {
            openMap(owner, words == Words.VIETNAMESE ? 12 : 13);
            var trip = Pattern.compile("\\?.*").matcher(path(owner)).replaceFirst("");
            owner.takeSeats(List.of(SEAT));
            var hold = path(owner);
            assertAnswer(reader, hold, "Không tìm thấy lần giữ ghế", "We cannot find these held");
            owner.fillIn("Đỗ Kín Đáo", "0912 345 679", "kin@mail.example", List.of(SEAT));
            owner.goToPayment();
            assertAnswer(reader, hold, "Không tìm thấy lần giữ ghế", "We cannot find these held");
            var booking = "/bookings/" + latestBooking();
            assertAnswer(reader, booking, "Đặt vé ", "Booking ");
            assertThat(reader.page().locator("body"))
                    .not()
                    .containsText(Pattern.compile("Kín Đáo|kin@mail|345.?679"));

            assertAnswer(reader, "/checkout/x", "Không tìm thấy lần giữ", "We cannot find these");
            assertAnswer(
                    reader, "/trips/999999999", "Không có chuyến này", "There is no such trip");
            assertAnswer(reader, "/trips/abc", "Không có chuyến này", "There is no such trip");
            assertAnswer(
                    reader,
                    trip + "?from=da lat&to=sai gon",
                    "Chuyến này không chạy chặng",
                    "This trip does not go that way");
            assertAnswer(
                    reader,
                    "/trips/" + tripThatLeftLongAgo(),
                    "Chuyến này đã đóng bán vé",
                    "Sales for this trip are closed");
            for (var step : List.of("", "success/", "failure/")) {
                assertAnswer(
                        reader,
                        "/payment/" + step + "x?status=PAID&code=00",
                        "Không tìm thấy lần thanh toán",
                        "We cannot find this payment");
            }
            assertAnswer(reader, "/b/x", "Liên kết này không mở được", "This link");
            var missing = assertAnswer(reader, "/no-such-page", "Không có trang", "There is no");
            assertThat(missing).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P1.3")
    @Tag("P1.4")
    void aSearchThatCannotBeIsPutRightInWords(Words words) {
        var problems =
                Map.of(
                        "passengers=7",
                        List.of("Mỗi lần đặt được từ 1 đến 6", "A booking takes 1 to 6"),
                        "passengers=-1",
                        List.of("Mỗi lần đặt được từ 1 đến 6", "A booking takes 1 to 6"),
                        "date=2020-01-01",
                        List.of("Ngày trong liên kết đã qua", "The day in the link is over"),
                        "date=2026-02-30",
                        List.of("Ngày trong liên kết không", "The day in the link is not"),
                        "to=Atlantis",
                        List.of("Không tìm thấy “Atlantis”", "We found no “Atlantis”"),
                        "to=sai gon",
                        List.of("Điểm đi và điểm đến đang trùng", "Start and destination are"));
        try (var reader = shop.passenger(words)) {
            problems.forEach((change, said) -> {
                var to = change.startsWith("to=") ? "" : "&to=da lat";
                reader.open("/trips?from=sai gon" + to + "&" + change);
                var expected = words == Words.VIETNAMESE ? said.getFirst() : said.getLast();
                assertThat(reader.page().getByText(expected).first()).isVisible();
                assertThat(headline(reader.page())).isVisible();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P2.3")
    void theSeventhSeatIsRefusedInWords(Words words) {
        try (var passenger = shop.passenger(words)) {
            openMap(passenger, 14);
            for (var seat = 2; seat <= 7; seat++) {
                passenger.seat("A0" + seat).click();
            }
            passenger.seat("A08").click();
            assertThat(passenger.page().getByRole(AriaRole.ALERT))
                    .containsText(
                            words == Words.VIETNAMESE
                                    ? "Mỗi lần đặt được nhiều nhất 6 ghế."
                                    : "You can book at most 6 seats at a time.");
            assertThat(passenger.seat("A08")).hasAttribute("aria-pressed", "false");
            assertThat(passenger.seat("A07")).hasAttribute("aria-pressed", "true");
        }
    }

    private static void openMap(Passenger passenger, int daysFromToday) {
        passenger.open(listOfTrips(daysFromToday));
        passenger.chooseTripOf("Sao Đêm");
        assertThat(passenger.seat("A01")).isVisible();
    }

    private static String listOfTrips(int daysFromToday) {
        return "/trips?from=sai gon&to=da lat&passengers=1&date=" + Shop.day(daysFromToday);
    }

    /** Types into every field and tries to go on. */
    private static void type(
            Passenger passenger, String name, String phone, String email, String traveller) {
        passenger.field("name").fill(name);
        passenger.field("phone").fill(phone);
        passenger.field("email").fill(email);
        traveller(passenger).fill(traveller);
        passenger.button("pay").click();
    }

    private static Locator traveller(Passenger passenger) {
        return byLabel(passenger.page(), passenger.words().of("passengerForSeat") + SEAT);
    }

    private static void assertTyped(
            Page page, String name, String phone, String email, String traveller) {
        assertThat(page.locator("#contact-name input")).hasValue(name);
        assertThat(page.locator("#contact-phone input")).hasValue(phone);
        assertThat(page.locator("#contact-email input")).hasValue(email);
        assertThat(page.locator("#passenger-" + SEAT + " input")).hasValue(traveller);
    }

    private static void assertWrong(
            Passenger passenger, String field, String vietnamese, String english) {
        assertWrong(passenger.field(field), passenger.words(), vietnamese, english);
    }

    /** The field says what is wrong with it, also to who cannot see. */
    private static void assertWrong(Locator field, Words words, String vietnamese, String english) {
        var said = words == Words.VIETNAMESE ? vietnamese : english;
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).hasAccessibleDescription(Pattern.compile(said));
    }

    /** Opens an address and finds a calm page with that headline; answers the HTTP status. */
    private int assertAnswer(Passenger reader, String path, String vietnamese, String english) {
        var answer = reader.page().navigate(shop.node().address() + path);
        var said = reader.words() == Words.VIETNAMESE ? vietnamese : english;
        var language = reader.words() == Words.VIETNAMESE ? "vi" : "en";
        assertThat(headline(reader.page())).hasText(Pattern.compile("^" + said));
        assertThat(reader.page().locator("html")).hasAttribute("lang", language);
        assertThat(reader.page().locator("body"))
                .not()
                .containsText(Pattern.compile("Exception|vn\\.busticket|Caused by"));
        assertThat(answer.status()).isLessThan(500);
        return answer.status();
    }

    private static Locator headline(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator byLabel(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
    }

    private static Locator byName(Page page, Words words, String vietnamese, String english) {
        var begins = "^" + (words == Words.VIETNAMESE ? vietnamese : english);
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(begins)));
    }

    private String path(Passenger passenger) {
        return passenger.page().url().substring(shop.node().address().length());
    }

    private String latestBooking() {
        return shop.surroundings()
                .database()
                .sql("select code from booking order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private long tripThatLeftLongAgo() {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                                          departs_at, service_day, state, created_at)
                        select operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                               departs_at - interval '40 days', service_day - 40, state, created_at
                          from trip
                         order by departs_at
                         limit 1
                        returning id
                        """)
                .query(Long.class)
                .single();
    }
}
