package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Trip;
import vn.busticket.ui.Formats;

/** The trip in words, for who has chosen the wrong day or the wrong way without noticing. */
final class TripReview extends Div {

    private static final int NIGHT_ENDS_AT = 4;

    TripReview(Trip trip, Stretch stretch) {
        var formats = Formats.current();
        var boarding = trip.stopAt(stretch.from());
        var dropOff = trip.stopAt(stretch.to());
        addClassName("card");
        add(
                new H2(getTranslation("checkout.review")),
                new EmphasisedSentence(
                        "checkout.review.trip",
                        trip.operator().name(),
                        boarding.stop().name(formats.language()),
                        formats.dateTimeInWords(boarding.time()),
                        dropOff.stop().name(formats.language()),
                        formats.dateTimeInWords(dropOff.time())));
        var leaves = VietnamTime.at(boarding.time());
        if (leaves.getHour() < NIGHT_ENDS_AT) {
            add(
                    hint(
                            getTranslation(
                                    "checkout.review.night",
                                    formats.time(boarding.time()),
                                    formats.dateInWords(leaves.toLocalDate().minusDays(1)),
                                    formats.dateInWords(leaves.toLocalDate()))));
        }
        add(hint(getTranslation("checkout.review.early")));
    }

    private static Paragraph hint(String words) {
        var hint = new Paragraph(words);
        hint.addClassNames("small", "muted", "note");
        return hint;
    }
}
