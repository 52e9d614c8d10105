package vn.busticket.payments;

import java.util.List;

/**
 * A page of the list of refunds.
 *
 * @param total how many there are on all pages
 */
public record RefundPage(List<RefundRow> rows, long total) {}
