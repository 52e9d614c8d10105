package vn.busticket.tickets;

import java.util.List;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripCrew;

/**
 * Everything that the crew of a coach needs at the door, with a network or without.
 *
 * @param passengers by boarding stop and seat
 * @param voidTickets genuine tickets of this trip that let nobody on any more
 * @param conflicts what turned out otherwise than the crew was told, oldest first
 */
public record Manifest(
        Trip trip,
        TripCrew crew,
        List<ManifestPassenger> passengers,
        List<VoidTicket> voidTickets,
        List<BoardingConflict> conflicts) {}
