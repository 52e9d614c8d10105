package vn.busticket.analytics;

/** What sales are told apart by. */
public enum Dimension {
    ROUTE,
    OPERATOR,
    BUS_TYPE
}
