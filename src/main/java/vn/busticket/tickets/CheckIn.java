package vn.busticket.tickets;

import java.time.Instant;
import java.util.UUID;

/** By which phone a passenger got on, and when. */
record CheckIn(UUID device, Instant at) {}
