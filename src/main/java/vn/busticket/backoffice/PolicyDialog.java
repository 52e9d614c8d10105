package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Consumer;
import vn.busticket.trips.Operator;
import vn.busticket.trips.PolicyEntry;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.ui.Look;

/** Adds a policy, or changes what one says; for whom it is stays. */
final class PolicyDialog {

    private PolicyDialog() {}

    static void add(PolicyWork desk, Operator company) {
        var scope = new PolicyScopeFields(desk);
        var form = new PolicyForm(TicketPolicy.OF_THE_HOUSE, scope::policy);
        scope.onChoice(form::read);
        var dialog =
                new DecisionDialog(
                                words("desk.policies.add"),
                                words("desk.policies.add.what", company.name()))
                        .with(scope);
        offer(dialog, form, why -> desk.add(scope.of(company), form.terms(), why));
    }

    static void change(PolicyWork desk, PolicyEntry entry) {
        var policy = entry.policy();
        var form =
                new PolicyForm(
                        policy, terms -> terms.policy(policy.occasion(), policy.fromSeats()));
        var dialog = new DecisionDialog(words("desk.policies.change"), PolicyWords.scope(entry));
        offer(dialog, form, why -> desk.change(entry, form.terms(), why));
    }

    private static void offer(DecisionDialog dialog, PolicyForm form, Consumer<String> save) {
        dialog.with(form).checking(form::isComplete);
        var reason = dialog.reason(words("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                words("desk.policies.save"),
                () -> save.accept(reason.getValue()),
                () -> DecisionDialog.done(words("desk.policies.saved")));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
