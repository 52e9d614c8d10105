package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.SignedIn;
import vn.busticket.ui.CurrentUser;

/** Who of the staff did something, and who is looking. */
@Component
class StaffNames {

    private final AccountQueries accounts;
    private final CurrentUser user;

    StaffNames(AccountQueries accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
    }

    /** The name of a member of staff. */
    String of(AccountId id) {
        return accounts.find(id)
                .map(AccountDetails::fullName)
                .orElseGet(() -> I18NProvider.translate("desk.staff.gone"));
    }

    /** Who is signed in. */
    AccountId me() {
        return user.signedIn().map(SignedIn::id).orElseThrow();
    }
}
