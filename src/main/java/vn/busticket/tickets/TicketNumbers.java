package vn.busticket.tickets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers of tickets, fetched from their sequence in blocks, so that few tickets wait for one. What
 * a process has left of its block when it ends is never used.
 */
@Repository
class TicketNumbers {

    /** As much as the sequence {@code ticket_number} goes on at a time. */
    private static final int BLOCK = 50;

    private final JdbcClient database;
    private long next;
    private long end;

    TicketNumbers(JdbcClient database) {
        this.database = database;
    }

    /** One that nobody else has, on whichever node. */
    long next() {
        synchronized (this) {
            if (next < end) {
                return next++;
            }
        }
        return firstOf(fetch());
    }

    /** Threads that fetch at the same time leave gaps, but nobody waits for another's call. */
    private synchronized long firstOf(long block) {
        next = block + 1;
        end = block + BLOCK;
        return block;
    }

    private long fetch() {
        return database.sql("select nextval('ticket_number')").query(Long.class).single();
    }
}
