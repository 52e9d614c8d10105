package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.bookings.BookingState;
import vn.busticket.payments.AttemptState;
import vn.busticket.shared.Vnd;

@Tag("P3.6")
@DisplayName("P3.6 What an attempt to pay means for the person who pays")
class PaymentStandingTest {

    private static final Vnd NOTHING = Vnd.ZERO;
    private static final Vnd SOME = new Vnd(10_000);

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void isSettledOnceTheBookingIsPaidWhateverThisAttemptCameTo(AttemptState attempt) {
        assertThat(of(BookingState.CONFIRMED, true, attempt, SOME, SOME, false))
                .isEqualTo(PaymentStanding.SETTLED);
        assertThat(of(BookingState.CANCELLED, true, attempt, SOME, SOME, false))
                .isEqualTo(PaymentStanding.SETTLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"REQUESTED", "OPEN", "UNKNOWN"})
    void isOpenWhileItCanBringMoneyEvenAfterAPartHasArrived(AttemptState attempt) {
        assertThat(unpaid(attempt, NOTHING)).isEqualTo(PaymentStanding.OPEN);
        assertThat(unpaid(attempt, SOME)).isEqualTo(PaymentStanding.OPEN);
    }

    @Test
    void isBeingConfirmedBetweenTheMoneyAndTheBooking() {
        assertThat(unpaid(AttemptState.PAID, NOTHING)).isEqualTo(PaymentStanding.CONFIRMING);
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"CANCELLED", "EXPIRED", "FAILED"})
    void isNotPaidIfItEndedWithoutMoney(AttemptState attempt) {
        assertThat(unpaid(attempt, NOTHING)).isEqualTo(PaymentStanding.NOT_PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"UNDERPAID", "CANCELLED", "EXPIRED", "FAILED"})
    void isPartPaidAsLongAsTheRestIsMissing(AttemptState attempt) {
        assertThat(unpaid(attempt, SOME)).isEqualTo(PaymentStanding.PART_PAID);
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void isOverWithTheBookingIfNothingArrived(AttemptState attempt) {
        assertThat(of(BookingState.EXPIRED, false, attempt, NOTHING, NOTHING, false))
                .isEqualTo(PaymentStanding.OVER);
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    @Tag("P3.7")
    void tellsOfMoneyThatCameAfterTheBookingHadExpired(AttemptState attempt) {
        assertThat(of(BookingState.EXPIRED, false, attempt, SOME, NOTHING, false))
                .isEqualTo(PaymentStanding.MONEY_KEPT);
    }

    @Test
    @Tag("P3.7")
    void neverConfirmsMoneyThatWasKeptBecauseItsSeatsWereGone() {
        assertThat(of(BookingState.AWAITING_PAYMENT, false, AttemptState.PAID, SOME, NOTHING, true))
                .isEqualTo(PaymentStanding.MONEY_KEPT);
    }

    private static PaymentStanding unpaid(AttemptState attempt, Vnd received) {
        return of(BookingState.AWAITING_PAYMENT, false, attempt, received, received, false);
    }

    private static PaymentStanding of(
            BookingState booking,
            boolean isPaid,
            AttemptState attempt,
            Vnd received,
            Vnd allocated,
            boolean isKept) {
        return PaymentStanding.of(booking, isPaid, attempt, received, allocated, isKept);
    }
}
