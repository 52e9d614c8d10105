package vn.busticket.trips;

/** A comfort that a bus type offers; its name for people is the message {@code trips.amenity.…}. */
public enum Amenity {
    /** Wireless internet. */
    WIFI,
    /** Sockets or USB ports. */
    CHARGING,
    /** A bottle of water. */
    WATER,
    /** A blanket. */
    BLANKET,
    /** A pillow. */
    PILLOW,
    /** A curtain of one's own. */
    CURTAIN,
    /** Air conditioning. */
    AIR_CONDITIONING,
    /** A toilet on board. */
    TOILET,
    /** A screen at the seat. */
    SCREEN,
    /** A reading lamp. */
    READING_LAMP,
    /** A snack. */
    SNACK,
    /** A wet towel. */
    TOWEL,
    /** A seat that massages. */
    MASSAGE,
    /** Transfer from home or hotel to the stop. */
    SHUTTLE
}
