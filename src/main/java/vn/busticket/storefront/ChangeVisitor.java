package vn.busticket.storefront;

import vn.busticket.accounts.VisitorId;

/**
 * Who changes a booking, for the limits and for what is kept.
 *
 * @param addressKey stands for the visitor's network address
 */
record ChangeVisitor(VisitorId visitor, String addressKey) {}
