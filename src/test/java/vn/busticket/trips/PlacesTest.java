package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;

@Tag("P1.2")
class PlacesTest extends ApplicationTest {

    @Autowired private Places places;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sài Gòn",
                "sai gon",
                "SAIGON",
                "TP.HCM",
                "tphcm",
                "tp hcm",
                "HCMC",
                "Ho Chi Minh City",
                "hồ chí minh"
            })
    void findsSaiGonByAllItsNames(String typed) {
        assertThat(places.suggest(typed, 3)).first().extracting(Place::code).isEqualTo("SAI_GON");
    }

    @ParameterizedTest
    @CsvSource({"da lat,Đà Lạt", "ĐÀ LẠT,Đà Lạt", "dalat,Đà Lạt", "da l,Đà Lạt", "ha no,Hà Nội"})
    void needsNeitherMarksNorCase(String typed, String name) {
        assertThat(places.suggest(typed, 3)).first().extracting(Place::nameVi).isEqualTo(name);
    }

    @Test
    void putsNamesThatBeginSoFirst() {
        var found = places.suggest("ha", 10);
        assertThat(found.getFirst().nameVi()).startsWith("H");
        assertThat(places.suggest("nha trang", 1))
                .extracting(Place::nameVi)
                .containsExactly("Nha Trang");
    }

    @Test
    void offersTheMostServedPlacesForNothingTyped() {
        assertThat(places.suggest("", 5)).isEqualTo(places.all().subList(0, 5));
        assertThat(places.suggest(" ", 5)).hasSize(5);
    }

    @Test
    void findsNothingForNonsense() {
        assertThat(places.suggest("xyzzy", 5)).isEmpty();
        assertThat(places.byCode("XYZZY")).isEmpty();
    }
}
