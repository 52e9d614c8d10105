package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to give somebody an office, or to end that. */
public final class AppointmentRefused extends BusinessRuleViolation {

    private AppointmentRefused(String messageKey) {
        super(messageKey);
    }

    static AppointmentRefused notRegistered() {
        return new AppointmentRefused("accounts.appointment.not-registered");
    }

    static AppointmentRefused worksForOperator() {
        return new AppointmentRefused("accounts.appointment.works-for-operator");
    }

    static AppointmentRefused alreadyAdministrator() {
        return new AppointmentRefused("accounts.appointment.already-administrator");
    }

    static AppointmentRefused notAdministrator() {
        return new AppointmentRefused("accounts.appointment.not-administrator");
    }

    static AppointmentRefused notOperatorStaff() {
        return new AppointmentRefused("accounts.appointment.not-operator-staff");
    }

    static AppointmentRefused byNoAdministrator() {
        return new AppointmentRefused("accounts.appointment.by-no-administrator");
    }

    static AppointmentRefused ownOffice() {
        return new AppointmentRefused("accounts.appointment.own-office");
    }

    static AppointmentRefused ownFactor() {
        return new AppointmentRefused("accounts.appointment.own-factor");
    }

    static AppointmentRefused lastOne() {
        return new AppointmentRefused("accounts.appointment.last-one");
    }
}
