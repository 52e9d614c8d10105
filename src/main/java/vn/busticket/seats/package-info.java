/**
 * Who has which seat on which stretch of a trip, and until when.
 *
 * <p>Ask it through: {@link vn.busticket.seats.SeatService} (take, keep, sell, let go), {@link
 * vn.busticket.seats.SeatQueries} (maps and holds), {@link vn.busticket.seats.Reseating} (other
 * seats where the own ones are gone), {@link vn.busticket.seats.SeatExchange} (other seats for
 * those that a booking has), {@link vn.busticket.seats.SeatProposal} (which on another trip),
 * {@link vn.busticket.seats.CoachSeating} and {@link vn.busticket.seats.CoachMove} (all seats of a
 * trip in another coach), {@link vn.busticket.seats.OtherCoach} (a party whose trip does not run).
 *
 * <p>It tells: the notice {@code trip} after every change. It hears nothing. Owns: the tables
 * {@code seat_hold}, {@code seat_occupancy}, the job {@code ReleaseOverdueHoldsJob}.
 *
 * <p>Why so: the exclusion constraint {@code no_seat_sold_twice} refuses two owners of one seat on
 * one stretch whatever the code does; a lock per trip in front of it keeps buyers from deadlocking
 * on it. A hold ends by its time, not by a job: every question counts a row whose time has passed
 * as free. The price: whoever takes a seat also clears away what is overdue there.
 */
@ApplicationModule(allowedDependencies = {"shared", "trips", "scheduling", "cluster"})
@NullMarked
package vn.busticket.seats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
