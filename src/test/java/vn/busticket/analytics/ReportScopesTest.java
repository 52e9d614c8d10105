package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingTest;
import vn.busticket.testing.TestStaff;
import vn.busticket.trips.OperatorId;

/** Staff of a company see its sales and no others; administrators see all. */
@Tag("P7.2")
@Tag("P9.1")
class ReportScopesTest extends BookingTest {

    @Autowired private ReportScopes scopes;
    @Autowired private ReportChoices choices;
    private long company;

    @BeforeEach
    void findTheCompany() {
        company =
                database.sql("select operator_id from trip where id = :trip")
                        .param("trip", trip.value())
                        .query(Long.class)
                        .single();
    }

    @Test
    void administratorsSeeAll() {
        assertThat(scopes.of(staff().administrator()).operator()).isEmpty();
    }

    @Test
    void staffOfACompanySeeIt() {
        assertThat(scopes.of(staff().ofCompany(trip)).operator())
                .isEqualTo(Optional.of(new OperatorId(company)));
    }

    @Test
    void othersSeeNothing() {
        var passenger = staff().passenger();
        assertThatThrownBy(() -> scopes.of(passenger)).isInstanceOf(FiguresOfOthers.class);
        assertThatThrownBy(() -> scopes.of(new AccountId(0))).isInstanceOf(FiguresOfOthers.class);
    }

    @Test
    void onlyTheOwnCompanyCanBeChosen() {
        var own = scopes.of(staff().ofCompany(trip));
        var all = scopes.of(staff().administrator());
        assertThat(ids(Dimension.OPERATOR, own)).containsExactly(company);
        assertThat(ids(Dimension.OPERATOR, all)).contains(company);
        assertThat(ids(Dimension.ROUTE, all)).containsAll(ids(Dimension.ROUTE, own));
        assertThat(ids(Dimension.BUS_TYPE, all)).containsAll(ids(Dimension.BUS_TYPE, own));
    }

    private TestStaff staff() {
        return new TestStaff(database);
    }

    private List<Long> ids(Dimension dimension, ReportScope scope) {
        return choices.of(dimension, scope).stream().map(ReportChoice::id).toList();
    }
}
