package vn.busticket.payments;

/** Identifies what is paid for; to this room only a number, given by whoever asks for the money. */
public record PayableId(long value) {}
