package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** Between a chart and the table behind it; which one stands in the address. */
final class ViewSwitch extends Nav {

    private static final String TABLE = "table";

    /**
     * @param view name in the address
     * @param of what is looked at, for screen readers
     */
    ViewSwitch(ReportAddress address, String view, String of) {
        var isTable = isTable(address, view);
        addClassName("desk-segments");
        setAriaLabel(getTranslation("analytics.view", of));
        add(
                way(address, view, "", "analytics.view.chart", !isTable),
                way(address, view, TABLE, "analytics.view.table", isTable));
    }

    /** True if the table is asked for. */
    static boolean isTable(ReportAddress address, String view) {
        return address.view(view).equals(TABLE);
    }

    private Anchor way(
            ReportAddress address, String view, String value, String key, boolean isCurrent) {
        var link = new Anchor(address.viewing(view, value).url(), getTranslation(key));
        link.setId(ReportFocus.nameOf(view, value));
        if (isCurrent) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
