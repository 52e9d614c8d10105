package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Optional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.TooManyAttempts;
import vn.busticket.accounts.WrongPassword;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;

/** Hands a person all that is kept about them, after the password. */
final class DataExportCard extends Div {

    private final AccountId account;
    private final DataDesk desk;
    private final PasswordField password =
            AccountFields.password(
                    getTranslation("profile.security.current"), Autocomplete.CURRENT_PASSWORD);
    private final Div answer = Markup.div("actions spaced");

    DataExportCard(AccountId account, DataDesk desk) {
        this.account = account;
        this.desk = desk;
        answer.getElement().setAttribute("role", "status");
        addClassNames("card", "fields");
        add(
                new H2(getTranslation("profile.data.export")),
                new Paragraph(getTranslation("profile.data.export.explanation")),
                password,
                new ActionButton(
                        Look.PLAIN, getTranslation("profile.data.export.submit"), this::export),
                answer);
    }

    private void export() {
        answer.removeAll();
        var given = AccountFields.readPassword(password);
        if (given.isEmpty()) {
            password.focus();
            return;
        }
        try {
            var data = desk.export(account, given.get());
            var json = desk.json(data);
            var page = ReadableData.of(data);
            password.clear();
            answer.add(
                    link("profile.data.export.page", "busticket.html", "text/html", page),
                    link("profile.data.export.json", "busticket.json", "application/json", json));
        } catch (WrongPassword | TooManyAttempts refused) {
            AccountFields.show(refused, password);
            password.focus();
        }
    }

    private DownloadLink link(String key, String fileName, String mimeType, byte[] content) {
        return new DownloadLink(
                Look.PLAIN,
                Sign.DOWNLOAD,
                getTranslation(key),
                fileName,
                mimeType,
                () -> Optional.of(content));
    }
}
