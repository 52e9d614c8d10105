package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.ui.Titled;

/** Everything about the money of one booking. */
@Route(value = MoneyAddresses.BOOKING + ":code", layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class BookingMoneyView extends Div implements BeforeEnterObserver, Titled {

    private final BookingMoneyDesk desk;
    private final SuppressionDesk suppressions;
    private final MessageWork messages;
    private final LookedAt lookedAt;
    private String code = "";

    BookingMoneyView(
            BookingMoneyDesk desk,
            SuppressionDesk suppressions,
            MessageWork messages,
            LookedAt lookedAt) {
        this.lookedAt = lookedAt;
        this.desk = desk;
        this.suppressions = suppressions;
        this.messages = messages;
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("desk.money.title", code);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var typed = event.getRouteParameters().get("code").orElse("");
        desk.booking(typed)
                .ifPresentOrElse(
                        booking -> {
                            code = booking.code();
                            lookedAt.booking(code);
                            suppressions
                                    .of(booking)
                                    .ifPresent(found -> add(SuppressionWords.banner(found)));
                            add(
                                    new BookingMoney(desk, booking),
                                    new BookingMessages(messages, booking));
                        },
                        () -> {
                            code = typed;
                            add(
                                    new PageHead(title()),
                                    new NothingFound(typed, MoneyAddresses.ATTEMPTS));
                        });
    }
}
