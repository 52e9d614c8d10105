package vn.busticket.trips;

import java.util.List;
import vn.busticket.shared.Language;

/**
 * Where people get on and off: a station, an office, a pick-up point.
 *
 * @param placeCode the place that it lies in
 * @param withinPlaces that place and all around it, nearest first
 */
public record Stop(
        String code,
        String placeCode,
        List<String> withinPlaces,
        Kind kind,
        String nameVi,
        String nameEn,
        String addressVi,
        double latitude,
        double longitude) {

    /** What kind of stop it is. */
    public enum Kind {
        /** A coach station. */
        STATION,
        /** An office of a coach company. */
        OFFICE,
        /** A place at the road where people are picked up or dropped off. */
        PICKUP,
        /** A place to eat and rest on the way. */
        REST
    }

    public Stop {
        withinPlaces = List.copyOf(withinPlaces);
    }

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }

    /** True if it lies in that place or in a place inside it. */
    public boolean isIn(String place) {
        return withinPlaces.contains(place);
    }
}
