package vn.busticket.notifications;

/**
 * A message that this process holds.
 *
 * @param failures how often it failed before for a reason of its own
 * @param isTrial true if it tries whether a provider that was away is back
 */
record Taken(Claimed message, int failures, boolean isTrial) {

    long id() {
        return message.id();
    }

    Channel channel() {
        return message.channel();
    }
}
