package vn.busticket.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** A person with a phone who knows the controls by their names only. */
final class Passenger implements AutoCloseable {

    private final BrowserContext phone;
    private final Page page;
    private final Words words;
    private final String address;

    Passenger(Chromium chromium, Words words, String address) {
        this.phone = chromium.phone(words.locale());
        this.page = phone.newPage();
        this.words = words;
        this.address = address;
        page.setDefaultTimeout(20_000);
    }

    Page page() {
        return page;
    }

    Words words() {
        return words;
    }

    /** Another tab of the same browser. */
    Page newTab() {
        var tab = phone.newPage();
        tab.setDefaultTimeout(15_000);
        return tab;
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Presses Back and waits until the screen has followed. */
    void goBack() {
        step(() -> page.goBack());
    }

    /** Presses Forward and waits until the screen has followed. */
    void goForward() {
        step(() -> page.goForward());
    }

    /**
     * The router takes a step of the person back and repeats it once the server has answered; until
     * then the new screen may stand under the old address, and a reload would be cut off.
     */
    private void step(Runnable press) {
        page.evaluate(
                """
                () => {
                    window.followed = false;
                    addEventListener('vaadin-navigated', () => { window.followed = true; }, { once: true });
                }
                """);
        press.run();
        page.waitForFunction("window.followed");
    }

    /** From the start page to the list of trips. */
    void search(String from, String to, LocalDate day, int passengers) {
        open("/");
        chooseFrom("from", from);
        chooseFrom("to", to);
        var date = field("date");
        date.fill("%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        date.press("Enter");
        date.press("Tab");
        field("passengers").selectOption(Integer.toString(passengers));
        button("search").click();
        page.waitForURL(Pattern.compile(".*/trips\\?.*"));
    }

    /** Opens the seat map of the first trip in the list that the operator runs. */
    void chooseTripOf(String operator) {
        page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(operator))
                .getByText(Pattern.compile("^" + words.of("chooseSeats")))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/trips/\\d+.*"));
    }

    Locator seat(String label) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(Pattern.compile("^" + words.of("seat") + label)));
    }

    /** Chooses seats and takes the hold. */
    void takeSeats(List<String> labels) {
        for (var label : labels) {
            seat(label).click();
        }
        button("continue").click();
        page.waitForURL(Pattern.compile(".*/checkout/.*"));
    }

    /** Fills in the details; leaves the page as it is. */
    void fillIn(String name, String phoneNumber, String email, List<String> labels) {
        field("name").fill(name);
        field("phone").fill(phoneNumber);
        field("email").fill(email);
        for (var label : labels) {
            var passenger =
                    page.getByRole(
                            AriaRole.TEXTBOX,
                            new Page.GetByRoleOptions()
                                    .setName(
                                            Pattern.compile(
                                                    "^" + words.of("passengerForSeat") + label)));
            passenger.fill(name);
            passenger.press("Tab");
        }
    }

    /** Places the booking and waits for the payment page. */
    void goToPayment() {
        button("pay").click();
        page.waitForURL(Pattern.compile(".*/payment/[^/]+$"));
    }

    /** Fills in what an account needs, up to the answer. */
    void register(String name, String email, String password) {
        open("/register");
        field("name").fill(name);
        field("email").fill(email);
        field("phone").fill("0912 345 678");
        field("password").fill(password);
        button("register").click();
        page.waitForURL(Pattern.compile(".*/verify-email$"));
    }

    /** Signs in by the form, up to the page that it leads to. */
    void signIn(String email, String password) {
        open("/login");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    Locator field(String name) {
        return page.getByLabel(Pattern.compile("^" + words.of(name))).first();
    }

    Locator button(String name) {
        var begins = Pattern.compile("^" + words.of(name));
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(begins))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(begins)))
                .first();
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(Pattern.compile("^" + words.of(name))));
    }

    @Override
    public void close() {
        phone.close();
    }

    private void chooseFrom(String name, String value) {
        var box =
                page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + words.of(name))));
        box.fill(value);
        box.press("Enter");
    }
}
