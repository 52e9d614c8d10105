package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;

/** Takes what a screen of figures shows away as a file: "Xuất". */
final class ExportMenu extends Div {

    private final ReportDesk desk;
    private final Supplier<ReportRequest> shown;
    private final ExportStatus status = new ExportStatus();
    private final NativeDetails menu = new NativeDetails();

    /**
     * @param shown what the screen shows, asked at each click
     */
    ExportMenu(ReportDesk desk, Supplier<ReportRequest> shown) {
        this.desk = desk;
        this.shown = shown;
        addClassName("export-menu");
        menu.setSummary(
                new Icon(Sign.DOWNLOAD),
                new Span(getTranslation("report.export")),
                new Icon(Sign.CHEVRON));
        menu.getElement().getChild(0).getClassList().add("button");
        menu.getElement().getChild(0).getClassList().add("plain");
        var list = Markup.div("export-list");
        list.add(Markup.element("p", getTranslation("report.export.shown")));
        for (var format :
                new ExportFormat[] {
                    ExportFormat.CSV, ExportFormat.CSV_TABLES, ExportFormat.XLSX, ExportFormat.PDF
                }) {
            list.add(way(format));
        }
        list.add(Markup.element("p", getTranslation("report.export.list")));
        list.add(way(ExportFormat.SALES_CSV), way(ExportFormat.SALES_XLSX));
        menu.setContent(list);
        add(menu, status);
    }

    private Anchor way(ExportFormat format) {
        var way = new Anchor();
        way.setHref(new ReportDownload(desk, desk.me(), shown, format, status));
        way.setRouterIgnore(true);
        way.getElement().removeAttribute("download");
        way.setId("export-" + format.name().toLowerCase(java.util.Locale.ROOT));
        way.add(
                new Icon(Sign.DOWNLOAD),
                Markup.element(
                        "span",
                        new Span(getTranslation("report.export." + format)),
                        Markup.element(
                                "small", getTranslation("report.export." + format + ".what"))));
        way.getElement().addEventListener("click", clicked -> menu.setOpen(false));
        return way;
    }
}
