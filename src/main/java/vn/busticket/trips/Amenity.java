package vn.busticket.trips;

/** A comfort that a bus type offers; its name for people is the message {@code trips.amenity.…}. */
public enum Amenity {
    /** Wireless internet. */
    WIFI,
    /** A socket to charge a phone at. */
    USB,
    /** A bottle of water. */
    WATER,
    /** A snack. */
    SNACK,
    /** A blanket. */
    BLANKET,
    /** A curtain of one's own. */
    CURTAIN,
    /** Air conditioning. */
    AIR_CON,
    /** A screen at the seat. */
    TV,
    /** A seat that leans back. */
    RECLINING,
    /** A toilet on board. */
    TOILET
}
