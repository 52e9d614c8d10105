package vn.busticket.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/**
 * The place at the top of a screen where it is told what went wrong; empty again on the next
 * screen.
 */
public final class NoticeArea extends Div {

    /** Empty, for the top of a frame. */
    public NoticeArea() {
        addClassNames("page", "notices");
    }

    /** The area of the screen that is being worked on, if that screen has one. */
    public static Optional<NoticeArea> current() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ComponentUtil.getData(ui, NoticeArea.class));
    }

    /** Shows a banner instead of what stood here, and brings it into view. */
    public void show(Banner banner) {
        removeAll();
        add(banner);
        getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    /** Becomes the current area of its screen. */
    public void claim(UI ui) {
        ComponentUtil.setData(ui, NoticeArea.class, this);
    }
}
