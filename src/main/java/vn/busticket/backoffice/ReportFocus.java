package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import java.util.HashSet;

/** Gives the focus back to the control that changed a view, which was drawn anew with it. */
final class ReportFocus {

    private ReportFocus() {}

    /** The name that such a control carries: {@code routes-sort-tickets}. */
    static String nameOf(String view, String value) {
        return (view + "-" + value.replaceFirst("^-", "")).replace('.', '-');
    }

    static void after(Component screen, ReportAddress before, ReportAddress now) {
        var names = new HashSet<>(before.views().keySet());
        names.addAll(now.views().keySet());
        names.stream()
                .filter(name -> !before.view(name).equals(now.view(name)))
                .findFirst()
                .ifPresent(name ->
                        screen.getElement()
                                .executeJs(
                                        """
                                        const named = id => this.querySelector('#' + CSS.escape(id));
                                        (named($0) ?? named($1))?.focus({ preventScroll: true });
                                        """,
                                        nameOf(name, now.view(name)),
                                        nameOf(name, "")));
    }
}
