package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import vn.busticket.trips.Operator;
import vn.busticket.trips.PolicyEntry;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Badge;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/**
 * What changing and cancelling cost with an operator, in the words that the passenger reads; the
 * operator is part of the address.
 */
@Route(value = PoliciesView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class PoliciesView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "admin/policies";

    private final PolicyWork desk;

    PoliciesView(PolicyWork desk) {
        this.desk = desk;
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("desk.policies");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var asked = event.getLocation().getQueryParameters().getSingleParameter("operator");
        desk.company(asked.orElse(""))
                .ifPresentOrElse(
                        this::show,
                        () ->
                                add(
                                        new PageHead(title()),
                                        NothingFound.done(
                                                "desk.nothing.headline",
                                                "desk.policies.noOperator")));
    }

    private void show(Operator company) {
        var head =
                new PageHead(
                                title(),
                                new ActionButton(
                                        Look.PRIMARY,
                                        getTranslation("desk.policies.add"),
                                        () -> PolicyDialog.add(desk, company)))
                        .saying(getTranslation("desk.policies.what"));
        add(head, Markup.div("desk-filters", companies(company)));
        var policies = desk.of(company);
        if (policies.isEmpty()) {
            add(ofTheHouse());
        }
        policies.forEach(policy -> add(card(policy)));
    }

    private Component companies(Operator shown) {
        return new ChoiceField<>(
                        getTranslation("operator.company"), desk.companies(), Operator::name, shown)
                .onChoice(company -> getUI().ifPresent(ui -> ui.navigate(address(company))));
    }

    private Component ofTheHouse() {
        var part = new Article(new H2(getTranslation("desk.policies.house")));
        part.addClassNames("desk-part", "desk-stack");
        part.add(
                new Paragraph(getTranslation("desk.policies.house.what")),
                PolicyWords.read(TicketPolicy.OF_THE_HOUSE));
        return part;
    }

    private Component card(PolicyEntry policy) {
        var words = PolicyWords.scope(policy);
        var head = Markup.div("desk-part-head", new H2(words));
        if (policy.isFromStaff()) {
            head.add(new Badge(Tone.INFO, getTranslation("desk.policies.byStaff")));
        }
        var part = new Article(head, PolicyWords.read(policy.policy()));
        part.addClassNames("desk-part", "desk-stack");
        part.add(
                Markup.div(
                        "desk-actions",
                        button(
                                "desk.policies.change",
                                words,
                                () -> PolicyDialog.change(desk, policy)),
                        button("desk.policies.remove", words, () -> remove(policy))));
        return part;
    }

    private ActionButton button(String key, String of, Runnable action) {
        var button = new ActionButton(Look.PLAIN, getTranslation(key), action::run);
        button.getElement().setAttribute("aria-label", getTranslation(key) + ": " + of);
        return button;
    }

    private void remove(PolicyEntry policy) {
        var words = PolicyWords.scope(policy);
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.policies.remove"),
                        getTranslation("desk.policies.remove.what", words));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.policies.remove"),
                () -> desk.remove(policy, reason.getValue()),
                () -> {
                    DecisionDialog.done(getTranslation("desk.policies.removed", words));
                });
    }

    private static String address(Operator company) {
        return MoneyAddresses.withQuery(ADDRESS, Map.of("operator", company.code()));
    }
}
