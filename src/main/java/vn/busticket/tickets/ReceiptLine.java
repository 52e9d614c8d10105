package vn.busticket.tickets;

import vn.busticket.shared.Vnd;

/** One seat on a receipt: who sits where and what it costs, tax included. */
public record ReceiptLine(String passengerName, String seat, Vnd price) {}
