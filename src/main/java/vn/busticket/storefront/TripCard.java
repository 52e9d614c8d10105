package vn.busticket.storefront;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.busticket.search.TripOffer;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Amenity;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Sign;

/**
 * A trip that was found: who, when, from which stop to which, for how much. Written as one piece of
 * text, because a day has a hundred of them.
 */
final class TripCard extends ListItem {

    private static final int FEW = 5;
    private static final int SHOWN_AMENITIES = 4;

    private final TripOffer offer;
    private final Formats formats;

    TripCard(TripOffer offer, SearchAddress address) {
        this.offer = offer;
        this.formats = Formats.current();
        addClassName("trip");
        if (offer.isSoldOut()) {
            addClassName("sold");
        }
        getElement()
                .setProperty(
                        "innerHTML",
                        who() + times() + stops() + amenities() + cost() + go(address));
    }

    private String who() {
        return """
        <div class="who"><h3>%s</h3><span class="muted small">%s</span></div>\
        """
                .formatted(
                        htmlEscape(offer.operator().name()),
                        htmlEscape(offer.busType().name(formats.language())));
    }

    private String times() {
        return """
        <div class="times"><time>%s%s</time><span class="lane"><span class="num">%s</span></span>\
        <time>%s%s%s</time></div>\
        """
                .formatted(
                        spoken("results.departs"),
                        formats.time(offer.departsAt()),
                        htmlEscape(formats.duration(offer.duration())),
                        spoken("results.arrives"),
                        formats.time(offer.arrivesAt()),
                        laterDays());
    }

    private String laterDays() {
        var days =
                ChronoUnit.DAYS.between(
                        VietnamTime.dayOf(offer.departsAt()), VietnamTime.dayOf(offer.arrivesAt()));
        return days == 0
                ? ""
                : "<sup>+%d<span class=\"hidden\"> %s</span></sup>"
                        .formatted(days, text("results.daysLater", days));
    }

    private String stops() {
        return """
        <div class="stops"><span class="stop">%s</span><span class="stop end">%s</span></div>\
        """
                .formatted(
                        htmlEscape(offer.boarding().name(formats.language())),
                        htmlEscape(offer.dropOff().name(formats.language())));
    }

    private String amenities() {
        var all = Arrays.stream(Amenity.values()).filter(offer.amenities()::contains).toList();
        var items =
                all.stream()
                        .limit(SHOWN_AMENITIES)
                        .map(amenity -> "<li>" + icon(signOf(amenity)) + nameOf(amenity) + "</li>")
                        .collect(Collectors.joining());
        return all.isEmpty()
                ? ""
                : "<ul class=\"amenities\" aria-label=\"%s\">%s%s</ul>"
                        .formatted(
                                text("results.amenities"),
                                items,
                                others(all.stream().skip(SHOWN_AMENITIES).toList()));
    }

    private static String others(List<Amenity> amenities) {
        if (amenities.isEmpty()) {
            return "";
        }
        var names = amenities.stream().map(TripCard::nameOf).collect(Collectors.joining(", "));
        return "<li title=\"%s\"><span aria-hidden=\"true\">+%d</span><span class=\"hidden\">%s</span></li>"
                .formatted(names, amenities.size(), names);
    }

    private String cost() {
        return """
        <div class="cost"><span class="price">%s</span><span class="badge %s"><span>%s</span></span></div>\
        """
                .formatted(formats.money(offer.priceFrom()), seatsTone(), seatsLeft());
    }

    private String seatsTone() {
        if (offer.isSoldOut()) {
            return "";
        }
        return offer.seatsLeft() <= FEW || !offer.hasRoom() ? "warn" : "ok";
    }

    private String seatsLeft() {
        return offer.isSoldOut()
                ? text("results.soldOut")
                : text("results.seatsLeft", offer.seatsLeft());
    }

    private String go(SearchAddress address) {
        if (offer.isSoldOut()) {
            return "";
        }
        var link =
                address.seatsLink(
                        offer.tripId().value(), offer.boarding().code(), offer.dropOff().code());
        return """
        <div class="go"><a class="button strong" href="%s" aria-label="%s">%s</a></div>\
        """
                .formatted(
                        htmlEscape(link),
                        text(
                                "results.chooseSeatsOf",
                                formats.time(offer.departsAt()),
                                offer.operator().name()),
                        text("results.chooseSeats"));
    }

    private static Sign signOf(Amenity amenity) {
        return switch (amenity) {
            case WIFI -> Sign.WIFI;
            case USB -> Sign.PLUG;
            case WATER -> Sign.DROP;
            case BLANKET -> Sign.BLANKET;
            case CURTAIN, TOILET -> Sign.DOOR;
            case RECLINING -> Sign.BED;
            case SNACK, AIR_CON, TV -> Sign.CHECK;
        };
    }

    private static String nameOf(Amenity amenity) {
        return text("trips.amenity." + amenity.name());
    }

    private static String icon(Sign sign) {
        return "<span class=\"icon\" aria-hidden=\"true\">" + sign.markup() + "</span>";
    }

    private static String spoken(String key) {
        return "<span class=\"hidden\">" + text(key) + " </span>";
    }

    private static String text(String key, Object... values) {
        return htmlEscape(I18NProvider.translate(key, values));
    }
}
