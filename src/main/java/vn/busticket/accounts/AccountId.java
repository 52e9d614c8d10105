package vn.busticket.accounts;

import java.io.Serializable;

/**
 * Names one account inside the house; never shown to people.
 *
 * @param value database id
 */
public record AccountId(long value) implements Serializable {}
