package vn.busticket.bookings;

import org.springframework.stereotype.Component;

/** Knows under which terms a booking may be changed; the one place that is asked. */
@Component
class ChangePolicies {

    /** The terms of a booking. */
    ChangeTerms of(BookingDetails booking) {
        return ChangeTerms.USUAL;
    }
}
