package vn.busticket.storefront;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Privacy;
import vn.busticket.accounts.SignIn;
import vn.busticket.ui.CurrentUser;

/** All that the page about a person's own data asks of the rooms below. */
@Component
class DataDesk {

    private final Privacy privacy;
    private final SignIn signIn;
    private final CurrentUser currentUser;
    private final JsonMapper json;

    DataDesk(Privacy privacy, SignIn signIn, CurrentUser currentUser, JsonMapper json) {
        this.privacy = privacy;
        this.signIn = signIn;
        this.currentUser = currentUser;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** What the person may take along; the password is asked for. */
    Map<String, List<Map<String, Object>>> export(AccountId account, String password) {
        signIn.countPasswordChange(account);
        return privacy.export(account, password);
    }

    byte[] json(Map<String, List<Map<String, Object>>> data) {
        return json.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
    }

    /** Erases the account; nobody is signed in afterwards. */
    void erase(AccountId account, String password) {
        signIn.countPasswordChange(account);
        privacy.erase(account, password);
        currentUser.signOut();
    }
}
