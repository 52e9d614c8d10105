package vn.busticket.trips;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;

/**
 * A province, city or other place that people travel from and to.
 *
 * @param parentCode code of the place that it lies in, such as the province of a city
 * @param aliases old, popular and shortened names
 */
public record Place(
        String code,
        Kind kind,
        @Nullable String parentCode,
        String nameVi,
        String nameEn,
        List<String> aliases) {

    /** What kind of place it is. */
    public enum Kind {
        /** A province, or a city on the level of one. */
        PROVINCE,
        /** A city inside a province. */
        CITY,
        /** A smaller town, or another place with a name of its own. */
        TOWN
    }

    public Place {
        aliases = List.copyOf(aliases);
    }

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
