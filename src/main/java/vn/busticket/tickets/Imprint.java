package vn.busticket.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind documents and messages.
 *
 * @param website host name of this installation, as a passenger would type it
 * @param supportPhone number that passengers may call, if there is one
 */
public record Imprint(String website, @Nullable String supportPhone) {}
