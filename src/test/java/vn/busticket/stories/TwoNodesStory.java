package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two browsers look at the seats of one coach, on one process or on two that share a database. */
@RequiresChromium
class TwoNodesStory {

    private static final double A_SECOND = 1_000;
    private static final int MOST_KEYS = 60;

    private static final String REMEMBER_PRESS =
            "() => addEventListener('click', () => { window.pressedAt = Date.now(); }, true)";
    private static final String REMEMBER_TAKEN =
            """
            label => {
              const seat = document.querySelector(`[data-seat="${label}"]`);
              const look = () => {
                if (seat.getAttribute('aria-disabled') === 'true') window.takenAt ??= Date.now();
              };
              window.takenAt = undefined;
              new MutationObserver(look).observe(seat, { attributes: true });
            }
            """;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static Shop shop;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static Node other;

    @BeforeAll
    static void openTwo() throws IOException, InterruptedException {
        shop = Shop.shared();
        other = Node.start(shop.surroundings(), Map.of());
    }

    @AfterAll
    static void closeTheOther() {
        other.close();
    }

    @ParameterizedTest(name = "on {0}")
    @CsvSource({"one process, A02 A03 A04", "two processes, A05 A06 A07"})
    @Tag("P2.4")
    @Tag("P10.4")
    void aSeatThatOneTakesIsTakenForTheOtherInUnderASecond(String where, String labels) {
        var address = where.equals("one process") ? shop.node().address() : other.address();
        var delays = new ArrayList<Double>();
        try (var watcher = shop.passengerAt(address, Words.ENGLISH)) {
            openMap(watcher, 15);
            for (var label : labels.split(" ")) {
                delays.add(delayUntilTaken(label, watcher));
            }
        }
        Collections.sort(delays);
        System.out.printf("Taken on the other map, %s: %s ms%n", where, delays);
        assertThat(delays.get(delays.size() / 2)).isLessThan(A_SECOND);
    }

    /** Not every container can tell its host's address. */
    @Test
    @Tag("P10.4")
    void eachNodeNamesItselfToTheOthersWithoutItsHost() {
        var names =
                shop.surroundings()
                        .database()
                        .sql("select instance_name from qrtz_scheduler_state")
                        .query(String.class)
                        .list();
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(name -> assertThat(UUID.fromString(name)).hasToString(name));
    }

    @Test
    @Tag("P2.4")
    void whoPickedTheSeatMeanwhileIsToldWithWords() {
        try (var slow = shop.passengerAt(other.address(), Words.VIETNAMESE);
                var quick = shop.passenger(Words.ENGLISH)) {
            openMap(slow, 5);
            slow.seat("A02").click();
            slow.seat("A03").click();
            openMap(quick, 5);
            quick.takeSeats(List.of("A02"));
            assertThat(alert(slow)).containsText("Ghế A02 vừa có người giữ trước.");
            assertThat(alert(slow)).containsText("Ghế A03 bạn chọn vẫn còn.");
            assertThat(slow.seat("A02")).hasAttribute("aria-pressed", "false");
            assertThat(slow.seat("A02")).hasAccessibleDescription(Pattern.compile("^Đang giữ"));
            assertThat(slow.seat("A03")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    @Tag("P2.1")
    void aSoldSeatSaysSoAndCannotBePicked() {
        try (var watcher = shop.passengerAt(other.address(), Words.ENGLISH)) {
            try (var buyer = shop.passenger(Words.VIETNAMESE)) {
                openMap(buyer, 6);
                buyer.takeSeats(List.of("A02"));
                buyer.fillIn("Lê Văn Tám", "0912 345 678", "tam@mail.example", List.of("A02"));
                buyer.goToPayment();
                openMap(watcher, 6);
                assertThat(watcher.seat("A02")).hasAccessibleDescription(Pattern.compile("^Held"));
                var payos = shop.surroundings().payos();
                payos.pay(payos.links().getFirst().orderCode());
                assertThat(buyer.heading("paid")).isVisible();
            }
            var sold = watcher.seat("A02");
            assertThat(sold).hasAccessibleDescription(Pattern.compile("^Sold"));
            assertThat(sold).hasAttribute("aria-disabled", "true");
            sold.focus();
            watcher.page().keyboard().press("Enter");
            assertThat(sold).hasAttribute("aria-pressed", "false");
            assertThat(sold).isFocused();
        }
    }

    @Test
    @Tag("P2.1")
    void seatsArePickedByKeyboardAlone() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            openMap(passenger, 7);
            tabTo(page, "[data-seat]");
            var first = focusedSeat(page);
            page.keyboard().press("Space");
            assertThat(passenger.seat(first)).hasAttribute("aria-pressed", "true");
            page.keyboard().press("ArrowDown");
            var second = focusedSeat(page);
            assertThat(second).isNotEqualTo(first);
            page.keyboard().press("Enter");
            assertThat(passenger.seat(second)).hasAttribute("aria-pressed", "true");
            page.keyboard().press("Space");
            assertThat(passenger.seat(second)).hasAttribute("aria-pressed", "false");
            assertThat(button(page, "List")).isVisible();
        }
    }

    @Test
    @Tag("P2.1")
    void theListIsAnotherWayToPickByKeyboardAndGoOn() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            openMap(passenger, 26);
            button(page, "List").focus();
            page.keyboard().press("Enter");
            assertThat(button(page, "Map")).isFocused();
            var line = page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON);
            tabTo(page, "li [data-seat]");
            var label = focusedSeat(page);
            page.keyboard().press("Space");
            assertThat(passenger.seat(label)).hasAttribute("aria-pressed", "true");
            assertThat(passenger.seat(label))
                    .hasAccessibleDescription(Pattern.compile("^Chosen.*VND"));
            assertThat(line.first()).isVisible();
            passenger.button("continue").focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/checkout/.*"));
            assertThat(page.getByText("seat " + label).first()).isVisible();
        }
    }

    private static double delayUntilTaken(String label, Passenger watcher) {
        try (var taker = shop.passenger(Words.VIETNAMESE)) {
            openMap(taker, 15);
            taker.seat(label).click();
            assertThat(taker.seat(label)).hasAttribute("aria-pressed", "true");
            watcher.page().evaluate(REMEMBER_TAKEN, label);
            taker.page().evaluate(REMEMBER_PRESS);
            taker.button("continue").click();
            assertThat(watcher.seat(label)).hasAttribute("aria-disabled", "true");
            taker.page().waitForURL(Pattern.compile(".*/checkout/.*"));
            return at(watcher.page(), "takenAt") - at(taker.page(), "pressedAt");
        }
    }

    private static double at(Page page, String name) {
        return ((Number) page.evaluate("name => window[name]", name)).doubleValue();
    }

    /** Straight to the seats of a morning coach that nobody else in these stories uses. */
    private static void openMap(Passenger passenger, int daysFromToday) {
        passenger.open(
                "/trips?from=sai gon&to=da lat&passengers=2&date=" + Shop.day(daysFromToday));
        passenger.chooseTripOf("Sao Đêm");
        assertThat(passenger.seat("A01")).isVisible();
    }

    private static void tabTo(Page page, String selector) {
        for (var key = 0; key < MOST_KEYS; key++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private static String focusedSeat(Page page) {
        return (String) page.evaluate("() => document.activeElement.dataset.seat");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator alert(Passenger passenger) {
        return passenger.page().getByRole(AriaRole.ALERT);
    }
}
