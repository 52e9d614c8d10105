package vn.busticket.backoffice;

import java.time.Instant;

/** A trip that leaves soon, as the first staff screen shows it. */
record LeavingSoon(Instant departsAt, String way, String operator, int passengers, int seats) {}
