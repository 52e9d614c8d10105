package vn.busticket.trips;

import java.util.List;
import java.util.Map;

/** Everything that stays the same between trips, as it was read at one moment. */
record Reference(
        List<Place> places,
        Map<Long, Operator> operators,
        Map<Long, BusType> busTypes,
        Map<Long, SeatLayout> layouts,
        Map<Long, RoutePath> paths,
        Map<Long, OperatorPolicies> policies,
        PlaceIndex placeIndex) {}
