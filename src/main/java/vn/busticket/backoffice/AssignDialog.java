package vn.busticket.backoffice;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.payments.ExceptionView;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/** Says for which booking money is: by its code, with the booking shown before it is done. */
final class AssignDialog {

    private final ExceptionDesk desk;
    private final ExceptionView exception;
    private final DecisionDialog dialog;
    private final TextField code = new TextField(words("desk.assign.code"));
    private final Div found = new Div();
    private final TextArea reason;
    private Optional<BookingDetails> booking = Optional.empty();

    AssignDialog(ExceptionDesk desk, ExceptionView exception) {
        this.desk = desk;
        this.exception = exception;
        dialog =
                new DecisionDialog(
                        words("desk.assign.title", ExceptionsView.amount(exception)),
                        words("desk.assign.what"));
        code.setManualValidation(true);
        code.setValueChangeMode(ValueChangeMode.LAZY);
        code.addValueChangeListener(changed -> show(changed.getValue()));
        found.getElement().setAttribute("role", "status");
        dialog.with(code).with(found).checking(this::isFound);
        reason = dialog.reason(words("desk.reason"));
    }

    void open() {
        dialog.offer(
                Look.PRIMARY,
                words("desk.assign.do"),
                () -> desk.assign(exception, booking.orElseThrow(), reason.getValue().strip()),
                this::done);
        code.focus();
    }

    private void show(String typed) {
        booking = desk.booking(typed);
        code.setInvalid(false);
        found.removeAll();
        booking.ifPresent(one -> found.add(facts(one)));
    }

    private static Facts facts(BookingDetails booking) {
        var formats = Formats.current();
        var facts =
                new Facts()
                        .with(
                                words("desk.booking"),
                                booking.code() + " · " + booking.contact().name())
                        .with(words("desk.state"), StateBadges.of(booking.state()))
                        .with(words("desk.departure"), formats.dateTime(booking.departsAt()))
                        .withFigures(words("desk.price"), formats.money(booking.total()))
                        .with(
                                words("desk.assign.effect"),
                                words("desk.assign.effect." + booking.state().name()));
        facts.addClassName("desk-facts");
        return facts;
    }

    private boolean isFound() {
        show(code.getValue());
        if (booking.isEmpty()) {
            code.setErrorMessage(words("desk.assign.unknown"));
            code.setInvalid(true);
            code.focus();
        }
        return booking.isPresent();
    }

    private void done() {
        var known = booking.orElseThrow();
        UI.getCurrent().navigate(MoneyAddresses.ofBooking(known.code()));
        DecisionDialog.tell(words("desk.assign.done", known.code()));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
