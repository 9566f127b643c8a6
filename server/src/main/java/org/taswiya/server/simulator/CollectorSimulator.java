package org.taswiya.server.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;

/// Plays a collector with many customers at once.
public final class CollectorSimulator {
    private static final Money SMALLEST = Money.ofMinor(1);
    private static final int BILLS_MOST = 4;

    /// Of a collector that may not cancel: what was paid stays so.
    private static final String NO_RIGHT = "no-right";

    private final CollectorClient client;
    private final Terms terms;
    private final List<Simulated.Entry> log = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> payNanos = Collections.synchronizedList(new ArrayList<>());
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger count = new AtomicInteger();
    private long measuredFrom;

    /// How it plays.
    ///
    /// @param utility whose bills are paid
    /// @param name begins the number of every transaction, so that no two games use the same
    /// @param accounts whose bills are paid, again and again
    /// @param clients who pay at once
    /// @param perSecond payments that all clients together begin in a second; zero for as many as they can
    /// @param isInPart whether a centime is paid of a bill, so that bills never end; else all of up to four bills
    /// @param hasFaults whether messages are repeated, answers thrown away and messages sent out of order
    /// @param warmUp how long payments are made and not yet measured
    public record Terms(
            String utility,
            String name,
            List<String> accounts,
            int clients,
            int perSecond,
            boolean isInPart,
            boolean hasFaults,
            Duration warmUp,
            long seed,
            Clock clock) {
        public Terms {
            accounts = List.copyOf(accounts);
        }
    }

    public CollectorSimulator(CollectorClient client, Terms terms) {
        this.client = client;
        this.terms = terms;
    }

    /// Plays until it is told to stop, and ends what it has begun.
    public Simulated play(BooleanSupplier isOver) throws InterruptedException {
        measuredFrom = System.nanoTime() + terms.warmUp().toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> players = new ArrayList<>();
            for (int i = 0; i < terms.clients(); i++) {
                Random random = new Random(terms.seed() * 1_000 + i);
                players.add(threads.submit(() -> {
                    customer(random, isOver);
                    return true;
                }));
            }
            for (Future<?> player : players) {
                player.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulated customer failed", e);
        }
        return new Simulated(log, payNanos, Math.max(0, System.nanoTime() - measuredFrom), broken);
    }

    private void customer(Random random, BooleanSupplier isOver) throws InterruptedException {
        long pause = terms.perSecond() == 0 ? 0 : 1_000_000_000L * terms.clients() / terms.perSecond();
        long next = System.nanoTime() + (pause == 0 ? 0 : random.nextLong(pause));
        while (!isOver.getAsBoolean()) {
            long wait = (next - System.nanoTime()) / 1_000_000;
            if (wait > 0) {
                Thread.sleep(wait);
            }
            next += pause;
            Basket basket =
                    basket(terms.accounts().get(random.nextInt(terms.accounts().size())));
            if (basket.bills().isEmpty()) {
                continue; // another customer has paid it
            }
            String transaction = terms.name() + "-" + count.incrementAndGet();
            String state = terms.hasFaults()
                    ? withFaults(transaction, basket, random)
                    : state(timed(transaction, "pay", basket.order()));
            log.add(new Simulated.Entry(transaction, basket.account(), basket.amount(), state));
        }
    }

    private record Basket(String account, List<String> bills, String amount, String order) {}

    private Basket basket(String account) throws InterruptedException {
        CollectorClient.Answer answer = client.get("/collect/v1/accounts/" + account + "/bills");
        if (answer.status() != 200) {
            throw new IllegalStateException("asked for " + account + " and was told " + answer);
        }
        List<JsonFields> owed = fields(answer).objects("bills");
        List<JsonFields> taken = owed.subList(0, Math.min(owed.size(), terms.isInPart() ? 1 : BILLS_MOST));
        List<String> bills = taken.stream().map(bill -> bill.text("bill")).toList();
        Money due = taken.stream().map(bill -> bill.money("due")).reduce(Money.ZERO, Money::plus);
        String amount = (terms.isInPart() ? SMALLEST : due).toString();
        String order = "{\"utility\":\"" + terms.utility() + "\",\"account\":\"" + account + "\",\"bills\":[\""
                + String.join("\",\"", bills) + "\"],\"amount\":\"" + amount + "\",\"day\":\""
                + LocalDate.ofInstant(terms.clock().instant(), terms.clock().getZone()) + "\"}";
        return new Basket(account, bills, amount, order);
    }

    private static JsonFields fields(CollectorClient.Answer answer) {
        return JsonFields.of(new JsonReader().readObject(answer.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static String state(CollectorClient.Answer answer) {
        JsonFields fields = fields(answer);
        return fields.optionalText("state").orElseGet(() -> fields.text("reason"));
    }

    private static String target(String transaction, String kind) {
        return "/collect/v1/transactions/" + transaction + "/" + kind;
    }

    private CollectorClient.Answer timed(String transaction, String kind, String body) throws InterruptedException {
        long begun = System.nanoTime();
        CollectorClient.Answer answer = client.post(target(transaction, kind), body);
        if (begun >= measuredFrom) {
            payNanos.add(System.nanoTime() - begun);
        }
        return answer;
    }

    /// What a customer's transaction comes to, when the line is bad and the collector's programs are mixed up.
    private String withFaults(String transaction, Basket basket, Random random) throws InterruptedException {
        String state = switch (random.nextInt(8)) {
            case 0 -> { // the payment overtakes its cancel or is overtaken by it
                client.throwAway("POST", target(transaction, "pay"), basket.order());
                String end = state(faulty(transaction, "cancel", "", random));
                yield end.equals(NO_RIGHT) ? paid(transaction, basket, random) : end;
            }
            case 1 -> {
                if (state(faulty(transaction, "cancel", "", random)).equals(NO_RIGHT)) {
                    yield paid(transaction, basket, random);
                }
                faulty(transaction, "pay", basket.order(), random);
                yield "cancelled";
            }
            case 2 -> {
                faulty(transaction, "reserve", basket.order(), random);
                yield paid(transaction, basket, random);
            }
            case 3 -> {
                client.throwAway("POST", target(transaction, "confirm"), "");
                yield paid(transaction, basket, random);
            }
            default -> paid(transaction, basket, random);
        };
        return state;
    }

    private String paid(String transaction, Basket basket, Random random) throws InterruptedException {
        String state = state(faulty(transaction, "pay", basket.order(), random));
        if (!state.equals("paid")) {
            return state;
        }
        return switch (random.nextInt(4)) {
            case 0 -> {
                String end = state(faulty(transaction, "cancel", "", random));
                yield switch (end) {
                    case "already-confirmed" -> "confirmed"; // a confirm thrown away came after all
                    case NO_RIGHT -> state;
                    default -> end;
                };
            }
            case 1 -> state;
            default -> state(faulty(transaction, "confirm", "", random));
        };
    }

    /// Sent once or more often; each answer has to be the first one.
    private CollectorClient.Answer faulty(String transaction, String kind, String body, Random random)
            throws InterruptedException {
        for (int lost = random.nextInt(3); lost > 0; lost--) {
            client.throwAway("POST", target(transaction, kind), body);
        }
        CollectorClient.Answer first =
                kind.equals("pay") ? timed(transaction, kind, body) : client.post(target(transaction, kind), body);
        if (random.nextInt(3) == 0) {
            CollectorClient.Answer again = client.post(target(transaction, kind), body);
            if (!again.equals(first)) {
                broken.add(kind + " of " + transaction + ": " + first + ", then " + again);
            }
        }
        return first;
    }
}
