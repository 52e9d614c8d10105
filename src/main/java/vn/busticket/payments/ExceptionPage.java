package vn.busticket.payments;

import java.util.List;

/**
 * One page of a list of exceptions.
 *
 * @param number of this page, from 0
 * @param total how many exceptions the whole list has
 */
public record ExceptionPage(List<ExceptionView> exceptions, int number, int size, long total) {

    public ExceptionPage {
        exceptions = List.copyOf(exceptions);
    }
}
