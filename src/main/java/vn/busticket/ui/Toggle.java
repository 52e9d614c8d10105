package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/** Something that is on or off and changes at once, by a touch or by the space bar. */
@Tag("label")
public final class Toggle extends Component {

    private static final String CHECKED = "checked";

    /**
     * @param name what is on or off, spoken by screen readers
     * @param isOn how it stands
     * @param changed is told how it stands after somebody changed it
     */
    public Toggle(String name, boolean isOn, Consumer<Boolean> changed) {
        getElement().getClassList().add("switch");
        var input = new Element("input");
        input.setAttribute("type", "checkbox");
        input.setAttribute("role", "switch");
        input.setAttribute("aria-label", name);
        input.setProperty(CHECKED, isOn);
        input.addPropertyChangeListener(
                CHECKED,
                "change",
                event -> {
                    if (event.isUserOriginated()) {
                        changed.accept(input.getProperty(CHECKED, false));
                    }
                });
        getElement().appendChild(input);
    }
}
