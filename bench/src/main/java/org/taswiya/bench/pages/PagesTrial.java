package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.BilledTown;
import org.taswiya.bench.pages.Load.Request;
import org.taswiya.bench.pages.MeasuredPages.Row;
import org.taswiya.bench.pages.Measurements.Measurement;
import org.taswiya.bench.pages.PagesTown.Readings;
import org.taswiya.bench.pages.PagesTown.Resident;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Measures the pages over one town, one thing after the other.
public final class PagesTrial {
    private static final int SIGN_INS_AT_ONCE = 2;
    private static final int WARMING_CONNECTIONS = 8;
    private static final int SURGE_CONNECTIONS = 64;
    private static final int BULK_CONNECTIONS = 4;
    private static final int BILLS_BESIDE = 20;
    private static final int ONE_BY_ONE = 100;

    private final Order order;
    private final PagesTown town;
    private final BenchListener listener;
    private final AtomicLong accepted = new AtomicLong();

    /// What is to be measured.
    ///
    /// @param launcher the file `taswiya` of the project, which starts the pages
    /// @param visitors how many sign in
    /// @param billsPerSecond at which pages of bills are asked for where that is given
    /// @param time that each measurement takes
    public record Order(Path launcher, Home home, BilledTown town, int visitors, int billsPerSecond, Duration time) {}

    private PagesTrial(Order order, LocalDate today, BenchListener listener) {
        this.order = order;
        this.town = new PagesTown(order.town(), today);
        this.listener = listener;
    }

    /// Measures, and then looks whether everything that was accepted is in the books.
    ///
    /// @throws IOException when the pages do not come up, or let nobody in
    public static PagesReport measure(Order order, BenchListener listener) throws IOException, InterruptedException {
        return new PagesTrial(order, LocalDate.now(ZoneId.systemDefault()), listener).measure();
    }

    private PagesReport measure() throws IOException, InterruptedException {
        List<Resident> residents = town.some(order.visitors());
        String key;
        Readings before;
        listener.stage("visitors", residents.size());
        try (Database database = Database.open(order.home(), null)) {
            town.admit(database, residents, Instant.now());
            key = PagesTown.key(database, Instant.now());
            before = town.readings(database);
        }
        MeasuredPages measured;
        try (ServedPages pages = ServedPages.start(
                        order.launcher(), order.home(), order.home().logs().resolve("bench-pages.log"));
                HttpClient client = ServedPages.client()) {
            Measurements taken = new Measurements(pages, order.time(), listener);
            List<Visitor> visitors = signIn(client, taken, residents);
            look(taken, visitors);
            surge(taken, visitors, before.revisionsMost());
            Set<Integer> themselves = residents.stream().map(Resident::number).collect(Collectors.toSet());
            bulk(
                    taken,
                    visitors,
                    new BulkReadings(client, pages.address(), key, town, themselves, before.revisionsMost()));
            measured = MeasuredPages.of(order.town().accounts(), taken);
        }
        try (Database database = Database.open(order.home(), null)) {
            long kept = town.readings(database).kept() - before.kept();
            return new PagesReport(measured, accepted.get(), kept);
        }
    }

    private List<Visitor> signIn(HttpClient client, Measurements taken, List<Resident> residents)
            throws IOException, InterruptedException {
        listener.stage("sign-in", residents.size());
        List<Visitor> visitors = Collections.synchronizedList(new ArrayList<>());
        taken.take(
                "sign-in, 2 at once",
                () -> Load.asFastAsAnswered(SIGN_INS_AT_ONCE, Duration.ofDays(1), number -> {
                    if (number >= residents.size()) {
                        return -1;
                    }
                    visitors.add(Visitor.signIn(client, taken.pages().address(), residents.get((int) number)));
                    listener.done(1);
                    return 1;
                }));
        if (visitors.isEmpty()) {
            throw new IOException("Nobody was let in; see " + order.home().logs() + ".");
        }
        return List.copyOf(visitors);
    }

    private void look(Measurements taken, List<Visitor> visitors) throws InterruptedException {
        Request bill = number -> of(visitors, number).seesBill() ? 1 : 0;
        taken.oneByOne("a bill for the first time, one by one", visitors.size(), bill);
        Request home = number -> of(visitors, number).sees("/home") ? 1 : 0;
        taken.oneByOne("home, one by one", ONE_BY_ONE, home);
        taken.oneByOne(
                "use, one by one", ONE_BY_ONE, number -> of(visitors, number).sees("/use") ? 1 : 0);
        listener.stage("bills", 0);
        warmUp(bill);
        for (int connections : List.of(8, 16)) {
            taken.take(
                    "bills, " + connections + " connections",
                    () -> Load.asFastAsAnswered(connections, order.time(), bill));
        }
        taken.take(
                "bills, " + order.billsPerSecond() + " a second",
                () -> Load.atRate(order.billsPerSecond(), order.time(), bill));
    }

    /// What is compiled while it is measured is measured for the compiler's sake.
    private void warmUp(Request request) throws InterruptedException {
        Load.asFastAsAnswered(WARMING_CONNECTIONS, order.time(), request);
    }

    /// Everybody on the same day, by the form of the page, and bills are looked at meanwhile.
    private void surge(Measurements taken, List<Visitor> visitors, int turnsBefore) throws InterruptedException {
        listener.stage("own readings", 0);
        AtomicLong all = new AtomicLong();
        Request reading = _ -> {
            long number = all.getAndIncrement();
            Visitor visitor = of(visitors, number);
            // A unit more whenever everybody has had their turn: the same value again would be nothing new.
            long turn = turnsBefore + number / visitors.size();
            boolean isTaken = visitor.gives(town.shown(visitor.resident().number()) + turn);
            accepted.addAndGet(isTaken ? 1 : 0);
            return isTaken ? 1 : 0;
        };
        warmUp(reading);
        besideBills(
                "own readings", taken, visitors, () -> Load.asFastAsAnswered(SURGE_CONNECTIONS, order.time(), reading));
    }

    private void bulk(Measurements taken, List<Visitor> visitors, BulkReadings readings) throws InterruptedException {
        listener.stage("readings in bulk", 0);
        besideBills(
                "readings by the API, 500 at once",
                taken,
                visitors,
                () -> Load.asFastAsAnswered(BULK_CONNECTIONS, order.time(), number -> {
                    int given = readings.send(number);
                    accepted.addAndGet(Math.max(0, given));
                    return given;
                }));
    }

    private void besideBills(String name, Measurements taken, List<Visitor> visitors, Measurement measurement)
            throws InterruptedException {
        FutureTask<Waits> beside = new FutureTask<>(() -> Load.atRate(
                BILLS_BESIDE, order.time(), number -> of(visitors, number).seesBill() ? 1 : 0));
        Thread.ofVirtual().start(beside);
        taken.take(name, measurement);
        try {
            taken.rows().add(Row.of("  bills beside " + name, beside.get()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Bills were not looked at: " + e.getCause(), e);
        }
    }

    private static Visitor of(List<Visitor> visitors, long number) {
        return visitors.get((int) (number % visitors.size()));
    }
}
