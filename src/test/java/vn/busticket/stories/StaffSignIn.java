package vn.busticket.stories;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.busticket.accounts.TotpSecret;

/**
 * How the administrator of an installation signs in: password, then a code of the phone, which is
 * enrolled at the first time.
 */
final class StaffSignIn {

    private static final Map<Surroundings, TotpSecret> PHONES = new ConcurrentHashMap<>();

    private StaffSignIn() {}

    /** Up to the first page of staff. */
    static void signIn(Shop shop, Passenger staff) {
        var page = staff.page();
        forgetHowOftenTheyTried(shop);
        provePassword(staff);
        page.waitForURL(Pattern.compile(".*/two-factor$"));
        var phone = PHONES.get(shop.surroundings());
        if (phone == null) {
            PHONES.put(shop.surroundings(), enrol(page));
        } else {
            letTheCodeOfThisMomentCountAgain(shop);
            proveCode(page, phone);
        }
        page.waitForURL(Pattern.compile(".*/admin$"));
    }

    /** The password alone, up to wherever that leads. */
    static void provePassword(Passenger staff) {
        staff.signIn(Surroundings.ADMIN_EMAIL, Surroundings.ADMIN_PASSWORD);
    }

    /** Types the code of this moment. */
    private static void proveCode(Page page, TotpSecret phone) {
        var code = page.locator("main input[autocomplete=one-time-code]");
        code.fill(phone.codeAt(Instant.now()));
        code.press("Enter");
    }

    private static TotpSecret enrol(Page page) {
        var phone = new TotpSecret(page.locator("code.secret").textContent().replace(" ", ""));
        proveCode(page, phone);
        page.locator(".recovery-codes").waitFor();
        page.locator("main button.primary").click();
        return phone;
    }

    /** Stories sign in more often than people, who wait for the next code. */
    private static void letTheCodeOfThisMomentCountAgain(Shop shop) {
        shop.surroundings().database().sql("update second_factor set last_step = 0").update();
    }

    private static void forgetHowOftenTheyTried(Shop shop) {
        shop.surroundings()
                .database()
                .sql("delete from rate_limit where id like 'second-factor%' or id like 'sign-in%'")
                .update();
    }
}
