package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.analytics.Device;

/** Who looks at the shop with what. */
@Tag("P9.2")
class VisitorStepsTest {

    @Test
    void phonesAndTabletsArePhones() {
        assertThat(VisitorSteps.deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"))
                .isEqualTo(Optional.of(Device.PHONE));
        assertThat(VisitorSteps.deviceOf("Mozilla/5.0 (Linux; Android 15; Tablet) Chrome/140.0"))
                .isEqualTo(Optional.of(Device.PHONE));
    }

    @Test
    void othersAreComputers() {
        assertThat(
                        VisitorSteps.deviceOf(
                                "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36"))
                .isEqualTo(Optional.of(Device.COMPUTER));
    }

    @Test
    void programsThatLookAroundAreNotCounted() {
        assertThat(VisitorSteps.deviceOf("Mozilla/5.0 (compatible; Googlebot/2.1)")).isEmpty();
    }
}
