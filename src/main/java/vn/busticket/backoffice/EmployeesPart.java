package vn.busticket.backoffice;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import vn.busticket.accounts.OperatorEmployee;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** Who works for which coach company; here administrators add people and take them away. */
final class EmployeesPart extends Composite<Part> {

    private final PeopleWork desk;

    EmployeesPart(PeopleWork desk) {
        this.desk = desk;
    }

    @Override
    protected Part initContent() {
        var part =
                new Part(words("desk.operator-people"))
                        .leadingTo(
                                new ActionButton(
                                        Look.PLAIN,
                                        words("desk.operator-people.appoint"),
                                        () -> AppointDialog.employee(desk).open()));
        var employees = desk.employees();
        if (employees.isEmpty()) {
            part.add(Markup.element("p", words("desk.operator-people.none")));
            return part;
        }
        var table =
                new Figures(
                        words("desk.operator-people"),
                        List.of(words("accounts.name"), words("desk.operator-people.company")),
                        List.of(words("desk.people.office")));
        for (var person : employees) {
            table.row(
                    Cells.two(new Span(person.fullName()), person.email()),
                    new Span(desk.company(person.operatorCode())),
                    new ActionButton(
                            Look.PLAIN, words("desk.people.withdraw"), () -> dismiss(person)));
        }
        part.add(table);
        return part;
    }

    private void dismiss(OperatorEmployee person) {
        var dialog =
                new DecisionDialog(
                        words("desk.people.withdraw.title", person.fullName()),
                        words("desk.operator-people.withdraw.what", person.email()));
        var reason = dialog.reason(words("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                words("desk.people.withdraw"),
                () -> desk.dismiss(person, reason.getValue()),
                () ->
                        DecisionDialog.done(
                                words("desk.operator-people.withdraw.done", person.fullName())));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
