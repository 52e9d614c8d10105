package vn.busticket.trips;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds places as people type them: without diacritics, by old, popular and shortened names. */
@Component
public class Places {

    private final Catalogue catalogue;

    Places(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All places, the most served first. */
    public List<Place> all() {
        return catalogue.reference().placeIndex().all();
    }

    /** The place of that code. */
    public Optional<Place> byCode(String code) {
        return catalogue.reference().placeIndex().byCode(code);
    }

    /**
     * The places that what was typed may mean, best first; the most served ones for nothing typed.
     */
    public List<Place> suggest(String typed, int limit) {
        return catalogue.reference().placeIndex().suggest(typed, limit);
    }
}
