package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without a mouse buys a ticket, and always sees where they are. */
@RequiresChromium
@Tag("P2.1")
@Tag("P3.1")
@Tag("P3.6")
class KeyboardStory {

    private static final int MOST_KEYS = 80;

    /**
     * True if what has the focus shows it by a ring of its own or of the field around it; past the
     * end nothing has it.
     */
    private static final String SHOWS_FOCUS =
            """
            () => {
              const one = document.activeElement;
              if (one === document.body) return true;
              const field = one.closest('[focus-ring]');
              const drawn = style => style.outlineStyle !== 'none' || style.boxShadow !== 'none';
              return field != null || drawn(getComputedStyle(one));
            }
            """;

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void aTicketIsBoughtByKeyboardAlone() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            passenger.open("/");
            assertThat(passenger.button("search")).isVisible();
            search(page);
            page.waitForURL(Pattern.compile(".*/trips\\?.*"));
            assertStartsAtTheTop(page);

            press(page, ".go a", "Enter");
            page.waitForURL(Pattern.compile(".*/trips/\\d+.*"));
            assertStartsAtTheTop(page);
            press(page, "[data-seat]:not([aria-disabled='true'])", "Space");
            press(page, ".buy button", "Enter");
            page.waitForURL(Pattern.compile(".*/checkout/.*"));
            assertStartsAtTheTop(page);

            press(page, ".checkout-buy button", "Enter");
            assertThat(passenger.field("name")).isFocused();
            fillIn(page);
            page.waitForURL(Pattern.compile(".*/payment/[^/]+$"));
            assertStartsAtTheTop(page);

            press(page, ".qr-panel a.primary", "Enter");
            assertThat(page.locator("#pay")).isVisible();
            page.waitForLoadState();
            press(page, "#pay", "Enter");
            page.waitForURL(Pattern.compile(".*/payment/success/.*"));
            assertThat(passenger.heading("paid")).isVisible();
            press(page, ".outcome .live button", "Enter");
            press(page, ".outcome a.primary", "Enter");
            page.waitForURL(Pattern.compile(".*/bookings/[0-9A-Z]{8}.*"));
            assertStartsAtTheTop(page);
            assertThat(passenger.button("ticket")).isVisible();
        }
    }

    private static void search(Page page) {
        tabTo(page, "input[role=combobox]");
        page.keyboard().type("sai gon");
        page.keyboard().press("Enter");
        tabTo(page, "input[role=combobox]");
        page.keyboard().type("da lat");
        page.keyboard().press("Enter");
        tabTo(page, "vaadin-date-picker input");
        page.keyboard().press("Control+A");
        page.keyboard().type(Shop.day(19).format(DateTimeFormatter.ofPattern("d/M/yyyy")));
        page.keyboard().press("Enter");
        press(page, ".search button.primary", "Enter");
    }

    private static void fillIn(Page page) {
        page.keyboard().type("Võ Thị Sáu");
        page.keyboard().press("Tab");
        page.keyboard().type("0912 345 678");
        page.keyboard().press("Tab");
        page.keyboard().type("phim@mail.example");
        tabTo(page, "input[type=checkbox]");
        page.keyboard().press("Space");
        press(page, ".checkout-buy button", "Enter");
    }

    /** A new screen begins before its first control, for keyboards and screen readers alike. */
    private static void assertStartsAtTheTop(Page page) {
        page.waitForFunction("() => document.activeElement.id === 'content'");
    }

    private static void press(Page page, String selector, String key) {
        tabTo(page, selector);
        page.keyboard().press(key);
    }

    private static void tabTo(Page page, String selector) {
        for (var key = 0; key < MOST_KEYS; key++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate(SHOWS_FOCUS))
                    .as("focus seen on %s", focused(page))
                    .isTrue();
            if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)");
    }
}
