package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import java.util.List;
import vn.busticket.analytics.ChartData;

/**
 * The seam to whatever draws charts in the browser. A renderer draws the picture and nothing else:
 * words, tooltips, keyboard and table are the same around each ({@link ChartFigure}), so that it
 * keeps to the margins below and reads its colours from the tokens of {@code frontend-theme}.
 */
interface ChartRenderer {

    /** The room left of the columns for the axis, in pixels. */
    int LEFT = 60;

    /** The room right of the columns, in pixels: the last name is wider than a narrow column. */
    int RIGHT = 14;

    /** The room above the highest line, in pixels. */
    int TOP = 10;

    /** The room below the columns for the names of the steps, in pixels. */
    int BOTTOM = 26;

    /** Its name as people know it. */
    String product();

    /** The key of the sentence that says why this one draws. */
    String reasonKey();

    /**
     * A picture of these figures that fills its place and follows light and dark.
     *
     * @param axis the numbers at the lines of the axis, from 0 up; empty where there is none
     */
    Component draw(ChartData chart, List<String> axis);
}
