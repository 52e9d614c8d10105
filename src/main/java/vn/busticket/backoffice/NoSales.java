package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.busticket.analytics.Dimension;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Scene;

/** A range without a sale: what was asked, and ways to more. */
final class NoSales extends Div {

    /**
     * @param nameOf the name of what the report is narrowed to
     */
    NoSales(ReportAddress asked, BiFunction<ReportAddress, Dimension, Optional<String>> nameOf) {
        addClassNames("desk-part", "desk-empty");
        var about = new ArrayList<String>();
        about.add(ReportSteps.range(asked.span().period()));
        Arrays.stream(Dimension.values())
                .flatMap(dimension -> nameOf.apply(asked, dimension).stream())
                .forEach(about::add);
        var ways =
                Markup.div(
                        "desk-actions report-ways",
                        new ActionLink(
                                Look.PLAIN,
                                getTranslation("analytics.empty.year"),
                                asked.over(
                                                ReportSpan.of(
                                                        ReportPreset.YEAR,
                                                        asked.span().period().to()))
                                        .url()));
        if (!asked.chosen().isEmpty()) {
            ways.add(
                    new ActionLink(
                            Look.PLAIN,
                            getTranslation("analytics.empty.all"),
                            asked.ofAll().url()));
        }
        add(
                Scene.NO_TRIPS.picture(),
                new H2(getTranslation("analytics.empty")),
                new Paragraph(String.join(" · ", about)),
                ways);
    }
}
