package vn.busticket.bookings;

import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.SandboxTransfer;
import vn.busticket.seats.HoldRequest;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.trips.TripId;

/**
 * One small coach and what its buyers, their banks, the gateway and bad luck do with it, in an
 * order that only the seed decides. Remembers its deeds, to tell them when something is broken.
 */
final class Life {

    static final int SEATS = 4;

    /** An answer that is to be lost is lost by the life that wants it, unless a job is faster. */
    private static final ReadWriteLock ANSWERS = new ReentrantReadWriteLock();

    private final long seed;
    private final Random random;
    private final Doors doors;
    private final TripId trip;
    private final List<PlacedBooking> placed = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Told> onTheWay = new ArrayList<>();
    private final List<Told> heard = new ArrayList<>();
    private final List<String> deeds = new ArrayList<>();
    private boolean losesNextAnswer;
    private long paidVnd;

    private record Attempt(long orderCode, PlacedBooking booking) {}

    /** A transfer about which the gateway sends a webhook. */
    private record Told(Attempt attempt, SandboxTransfer transfer) {

        @Override
        public String toString() {
            return " of " + transfer.amount() + " to " + attempt.orderCode();
        }
    }

    /**
     * @param coach makes a coach with that many seats that leaves after that time
     */
    Life(long seed, Doors doors, BiFunction<Duration, Integer, TripId> coach) {
        this.seed = seed;
        this.random = new Random(seed);
        this.doors = doors;
        this.trip = coach.apply(Duration.ofMinutes(random.nextInt(40, 200)), SEATS);
        deeds.add("seed " + seed);
    }

    /** One more thing happens. */
    void goOn() {
        try {
            happen(random.nextInt(100));
        } catch (BusinessRuleViolation refused) {
            deeds.add("refused: " + refused.messageKey());
        }
    }

    long seed() {
        return seed;
    }

    TripId trip() {
        return trip;
    }

    /** What all buyers' banks have sent. */
    long paidVnd() {
        return paidVnd;
    }

    List<PlacedBooking> placed() {
        return placed;
    }

    @Override
    public String toString() {
        return String.join(" | ", deeds);
    }

    private void happen(int what) {
        if (what < 22 || placed.isEmpty()) {
            place();
        } else if (what < 36 || attempts.isEmpty()) {
            startPaying(any(placed), what < 30);
        } else if (what < 62) {
            transfer(any(attempts));
        } else if (what < 67) {
            cancel(any(placed));
        } else if (what < 90 && !onTheWay.isEmpty()) {
            hear(onTheWay.remove(random.nextInt(onTheWay.size())), what);
        } else if (what < 93 && !heard.isEmpty()) {
            deeds.add("hear again");
            doors.webhook().accept(body(any(heard)));
        } else if (what < 96 && !onTheWay.isEmpty()) {
            hearAtOnce(onTheWay.removeFirst());
        } else if (what < 98) {
            deeds.add("the next answer of the gateway will be lost");
            losesNextAnswer = true;
        } else {
            endAtTheGateway(any(attempts));
        }
    }

    private void place() {
        var labels = new TreeSet<>(Set.of("A01"));
        labels.add("A0" + random.nextInt(1, SEATS + 1));
        if (random.nextBoolean()) {
            labels.remove("A01");
        }
        deeds.add("place " + labels);
        if (labels.isEmpty()) {
            return;
        }
        var visitor = VisitorId.random();
        var address = visitor.value().toString();
        var hold =
                doors.seats().hold(new HoldRequest(trip, WHOLE, labels, visitor.value(), address));
        placed.add(
                doors.checkout()
                        .place(
                                hold.token(),
                                BookingTest.details(hold),
                                BookingTest.buyer(visitor)));
        if (random.nextInt(10) < 8) {
            startPaying(placed.getLast(), true);
        }
    }

    private void startPaying(PlacedBooking booking, boolean firstTime) {
        deeds.add((firstTime ? "pay " : "retry ") + booking.code());
        var answers = losesNextAnswer ? ANSWERS.writeLock() : ANSWERS.readLock();
        answers.lock();
        try {
            if (losesNextAnswer) {
                doors.gateway().faults().set(Endpoint.CREATE, Fault.answerLost(), 1);
            }
            var orderCode =
                    doors.attempts().byToken(pay(booking, firstTime)).orElseThrow().orderCode();
            attempts.add(new Attempt(orderCode, booking));
        } finally {
            if (losesNextAnswer) {
                doors.gateway().faults().clear(Endpoint.CREATE);
                losesNextAnswer = false;
            }
            answers.unlock();
        }
    }

    private String pay(PlacedBooking booking, boolean firstTime) {
        var visitor = VisitorId.random();
        var address = visitor.value().toString();
        return firstTime
                ? doors.paymentStart().payFor(booking.id(), visitor, address)
                : doors.paymentStart().retry(booking.id(), visitor, address);
    }

    private void cancel(PlacedBooking booking) {
        deeds.add("cancel " + booking.code());
        switch (random.nextInt(4)) {
            case 0 -> Cancelling.whole(doors.cancellation(), booking.id(), "");
            case 1 ->
                    Cancelling.inFullByStaff(
                            doors.cancellation(), booking.id(), new AccountId(1), "called");
            default -> cancelOne(booking);
        }
    }

    /** One of a party does not travel; who travels alone, or has not paid, cancels everything. */
    private void cancelOne(PlacedBooking booking) {
        var everybody = doors.cancellation().quote(booking.id());
        var price =
                doors.cancellation()
                        .quote(booking.id(), Set.of(any(everybody.lines()).passenger()));
        deeds.add("one of %d, keeping %s".formatted(everybody.lines().size(), price.fee()));
        doors.cancellation().cancelByPassenger(booking.id(), price, "");
    }

    /** The bank sends the exact amount, mostly, or less, or more, or it twice. */
    private void transfer(Attempt attempt) {
        var link = doors.gateway().find(Long.toString(attempt.orderCode()));
        if (link.isEmpty()) {
            return;
        }
        var asked = link.get().amount();
        switch (random.nextInt(10)) {
            case 0, 1 -> transfer(attempt, 1 + random.nextLong(asked));
            case 2 -> transfer(attempt, asked + 1 + random.nextInt(100_000));
            case 3 -> {
                transfer(attempt, asked);
                transfer(attempt, asked);
            }
            default -> transfer(attempt, asked);
        }
    }

    private void transfer(Attempt attempt, long amount) {
        deeds.add("transfer " + amount + " to " + attempt.orderCode());
        var transfer = doors.gateway().transfer(attempt.orderCode(), amount);
        onTheWay.add(new Told(attempt, transfer));
        paidVnd += amount;
    }

    private void hear(Told told, int what) {
        if (what < 81) {
            deeds.add("hear" + told);
            doors.webhook().accept(body(told));
            heard.add(told);
        } else if (what < 84) {
            deeds.add("lose the webhook" + told);
        } else if (what < 87) {
            deeds.add("die after recording" + told);
            doors.payments().record(recorded(told));
            heard.add(told);
        } else {
            deeds.add("fail to decide" + told);
            doors.failure().accept(told.attempt().booking().id());
            doors.webhook().accept(body(told));
            heard.add(told);
        }
    }

    /** It comes twice at the same moment, together with another one if there is one. */
    private void hearAtOnce(Told told) {
        deeds.add("hear at once" + told);
        var webhooks = new ArrayList<>(List.of(told, told));
        if (!onTheWay.isEmpty()) {
            webhooks.add(onTheWay.removeFirst());
            deeds.add("and" + webhooks.getLast());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            webhooks.stream()
                                    .map(this::body)
                                    .map(body ->
                                            CompletableFuture.runAsync(
                                                    () -> doors.webhook().accept(body), threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        }
        heard.addAll(webhooks);
    }

    private void endAtTheGateway(Attempt attempt) {
        var orderCode = attempt.orderCode();
        if (doors.gateway().find(Long.toString(orderCode)).isPresent()) {
            deeds.add("the payer calls off " + orderCode);
            doors.gateway().cancel(orderCode);
        }
    }

    private byte[] body(Told told) {
        var gateway = doors.gateway();
        return gateway.signedWebhook(
                gateway.webhookData(told.attempt().orderCode(), told.transfer()));
    }

    private GatewayTransaction recorded(Told told) {
        return new GatewayTransaction(
                "payos",
                told.transfer().reference(),
                told.attempt().orderCode(),
                new Vnd(told.transfer().amount()),
                doors.clock().instant(),
                null,
                null,
                new GatewayTransaction.Payer(null, null, null, null),
                Source.WEBHOOK);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
