package vn.busticket.tickets;

import java.util.UUID;
import vn.busticket.accounts.AccountId;
import vn.busticket.trips.Trip;

/** Who stands with which phone at the door of which trip's coach. */
record Door(Trip trip, AccountId staff, UUID device) {}
