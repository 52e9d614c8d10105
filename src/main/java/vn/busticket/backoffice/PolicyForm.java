package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.PolicyTerms;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.ui.Markup;

/** What a policy says, to write down; below it stands what the passenger will read. */
final class PolicyForm extends Div {

    private static final int MOST_CHANGES = 20;

    private final Function<PolicyTerms, TicketPolicy> policyOf;
    private final NumberEntry until;
    private final NumberEntry times;
    private final NumberEntry fee;
    private final TierRows tiers;
    private final Div preview = new Div();

    /**
     * @param before what stands there at first
     * @param policyOf the policy that passengers get by what is written down
     */
    PolicyForm(TicketPolicy before, Function<PolicyTerms, TicketPolicy> policyOf) {
        this.policyOf = policyOf;
        var change = before.change();
        until = NumberEntry.hours("desk.policies.change.until", change.until());
        times = NumberEntry.whole("desk.policies.change.times", change.times(), MOST_CHANGES);
        fee = NumberEntry.dong("desk.policies.change.fee", change.fee());
        fields().forEach(field -> field.addValueChangeListener(typed -> read()));
        tiers = new TierRows(before.tiers(), this::read);
        preview.getElement().setAttribute("role", "status");
        addClassName("desk-stack");
        add(
                new H3(getTranslation("desk.policies.changing")),
                Markup.div("policy-fields", until, times, fee),
                tiers,
                new H3(getTranslation("desk.policies.preview")),
                preview);
        read();
    }

    /** True if every field holds a value that makes sense; marks those that do not. */
    boolean isComplete() {
        var isRight = fields().filter(field -> !field.isRight()).count() == 0;
        return tiers.isComplete() && isRight;
    }

    /** What is written down; ask only if it is complete. */
    PolicyTerms terms() {
        return new PolicyTerms(
                new ChangeRule(until.time(), times.whole(), fee.dong()), tiers.tiers());
    }

    /** Shows what the passenger will read, or why it cannot be so. */
    void read() {
        preview.removeAll();
        if (!isComplete()) {
            return;
        }
        try {
            terms().check();
            preview.add(PolicyWords.read(policyOf.apply(terms())));
        } catch (BusinessRuleViolation refused) {
            preview.add(new Paragraph(getTranslation(refused.messageKey(), refused.arguments())));
        }
    }

    private Stream<NumberEntry> fields() {
        return Stream.of(until, times, fee);
    }
}
