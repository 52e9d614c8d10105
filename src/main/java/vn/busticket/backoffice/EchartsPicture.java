package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import tools.jackson.databind.node.ObjectNode;

/** One picture; the library is fetched with the first one of a page. */
@Tag("busticket-echart")
final class EchartsPicture extends Component {

    /** The version is the one of the web jar in the build. */
    static final String LIBRARY = "webjars/echarts/5.5.0/echarts.min.js";

    private final ObjectNode drawing;

    EchartsPicture(ObjectNode drawing) {
        this.drawing = drawing;
        getElement().getClassList().add("chart-picture");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(LIBRARY);
        event.getUI().getPage().addJavaScript(ChartFigure.SCRIPT);
        getElement().executeJs("this.draw($0)", drawing);
    }
}
