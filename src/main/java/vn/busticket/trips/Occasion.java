package vn.busticket.trips;

import vn.busticket.shared.Language;

/** The name of a holiday that has rules of its own. */
public record Occasion(String nameVi, String nameEn) {

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
