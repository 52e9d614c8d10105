package vn.busticket.analytics;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to send a report by itself as it was asked. */
public final class ScheduleRefused extends BusinessRuleViolation {

    private static final long serialVersionUID = 1L;

    private ScheduleRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    static ScheduleRefused withoutRecipient() {
        return new ScheduleRefused("report.refused.noRecipient");
    }

    static ScheduleRefused tooManyRecipients(int most) {
        return new ScheduleRefused("report.refused.recipients", most);
    }

    static ScheduleRefused tooManySchedules(int most) {
        return new ScheduleRefused("report.refused.schedules", most);
    }

    static ScheduleRefused gone() {
        return new ScheduleRefused("report.refused.gone");
    }
}
