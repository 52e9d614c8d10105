package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.seats.Hold;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripStop;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Journey;
import vn.busticket.ui.JourneyStop;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;

/** The trip, its seats and what they cost, in one card. */
final class TripSummary extends Div {

    private TripSummary(
            Trip trip,
            Stretch stretch,
            Map<String, Vnd> seats,
            Vnd total,
            Vnd paid,
            Component beside) {
        addClassName("card");
        add(
                Markup.div("card-head", new H2(getTranslation("booking.yourTrip")), beside),
                journey(trip, stretch),
                rule(),
                prices(trip, seats, total, paid),
                small(getTranslation("booking.withTax")));
    }

    /** What a hold is about. */
    static TripSummary of(Hold hold, Trip trip, Component beside) {
        var seats = new java.util.LinkedHashMap<String, Vnd>();
        hold.seats().forEach(seat -> seats.put(seat.label(), seat.price()));
        return new TripSummary(trip, hold.stretch(), seats, hold.total(), Vnd.ZERO, beside);
    }

    /**
     * What a booking is about.
     *
     * @param paid what has been paid of it so far
     */
    static TripSummary of(BookingDetails booking, Vnd paid, Component beside) {
        var seats = new java.util.LinkedHashMap<String, Vnd>();
        booking.passengers().forEach(one -> seats.put(one.seatLabel(), one.price()));
        return new TripSummary(
                booking.trip(), booking.stretch(), seats, booking.total(), paid, beside);
    }

    /** Both stops with their hours. */
    static Journey journey(Trip trip, Stretch stretch) {
        return new Journey(stop(trip.stopAt(stretch.from())), stop(trip.stopAt(stretch.to())));
    }

    private static JourneyStop stop(TripStop at) {
        return new JourneyStop(
                at.time(), at.stop().name(Formats.current().language()), at.stop().addressVi());
    }

    private PriceLines prices(Trip trip, Map<String, Vnd> seats, Vnd total, Vnd paid) {
        var lines = new PriceLines();
        seats.forEach(
                (label, price) -> lines.line(SeatWords.withDeck(trip.layout(), label), price));
        lines.line(getTranslation("booking.serviceFee"), Vnd.ZERO)
                .total(getTranslation("booking.total"), total);
        return paid.isPositive()
                ? lines.line(getTranslation("payment.paidSoFar"), Vnd.ZERO.minus(paid))
                        .total(getTranslation("payment.remaining"), total.minus(paid))
                : lines;
    }

    private static Component rule() {
        return Markup.element("hr");
    }

    private static Paragraph small(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassNames("small", "muted", "note");
        return paragraph;
    }
}
