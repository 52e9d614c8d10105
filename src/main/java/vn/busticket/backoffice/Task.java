package vn.busticket.backoffice;

import vn.busticket.ui.Tone;

/**
 * A kind of work that waits for somebody.
 *
 * @param name as message keys call it
 * @param count how often it waits
 * @param address where it is dealt with
 */
record Task(String name, Tone tone, int count, String address) {}
