package vn.busticket.ui;

import java.util.Locale;

/** The drawn signs; each is a symbol of {@code frontend-theme/icons.svg}. */
public enum Sign {
    SWAP,
    ARROW,
    CALENDAR,
    PERSON,
    PIN,
    RING,
    CLOCK,
    COPY,
    DOWNLOAD,
    CHECK,
    ALERT,
    INFO,
    BUS,
    BED,
    WIFI,
    PLUG,
    DROP,
    DOOR,
    WHEEL,
    SHIELD,
    TICKET,
    MENU,
    FILTER,
    LIST,
    LOCK,
    CLOSE,
    PHONE,
    OPEN,
    REFRESH,
    BELL,
    RECEIPT,
    CHEVRON,
    OFFLINE,
    EDIT,
    CANCEL,
    MOON,
    BLANKET,
    HOME,
    CARD,
    REFUND,
    SCALES,
    SEARCH,
    HOOK,
    CHART,
    GEAR,
    SUN;

    /** The drawing itself, to stand in a {@code span} of class {@code icon}. */
    public String markup() {
        return "<svg viewBox=\"0 0 24 24\"><use href=\"frontend-theme/icons.svg#%s\"/></svg>"
                .formatted(symbol());
    }

    private String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
