package org.taswiya.web.watch;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.taswiya.cli.command.MetricsText;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.message.WaitingMessages;
import org.taswiya.store.run.RunReport;

/// All that is counted, as text in the exposition format of Prometheus (0.0.4). What the database is asked for is kept
/// for some seconds, so that many who collect cost no more than one.
public final class MetricsPage {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double MILLIS = 1e3;

    private final Database database;
    private final Readiness readiness;
    private final RequestCounts requests;
    private final Sessions sessions;
    private final LongSupplier hashed;
    private String books = "";
    private long askedAt = System.nanoTime() - KEPT_NANOS;

    /// @param hashed how many passwords were
    public MetricsPage(
            Database database, Readiness readiness, RequestCounts requests, Sessions sessions, LongSupplier hashed) {
        this.database = database;
        this.readiness = readiness;
        this.requests = requests;
        this.sessions = sessions;
        this.hashed = hashed;
    }

    public String text() {
        MetricsText text = plain();
        boolean isReady = readiness.obstacle().isEmpty();
        text.gauge("taswiya_ready", "1 while requests should be sent here.", isReady ? 1 : 0);
        requests.write(text);
        text.gauge("taswiya_sessions", "Sessions, also of those who only look at the way in.", sessions.open())
                .gauge(
                        "taswiya_database_connections_in_use",
                        "Connections to the database with somebody now.",
                        database.connectionsInUse())
                .counter(
                        "taswiya_passwords_hashed_total",
                        "Passwords hashed, to be kept or to be looked at.",
                        hashed.getAsLong());
        program(text);
        return text + (isReady ? books() : "");
    }

    private static MetricsText plain() {
        return new MetricsText(new LinkedHashMap<>());
    }

    private static void program(MetricsText text) {
        Runtime java = Runtime.getRuntime();
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        text.gauge("taswiya_heap_used_bytes", "Bytes of the Java heap in use.", java.totalMemory() - java.freeMemory())
                .gauge("taswiya_heap_limit_bytes", "Bytes that heap may grow to.", java.maxMemory())
                .counter("taswiya_heap_collecting_seconds_total", "Seconds spent collecting it.", collecting / MILLIS)
                .gauge(
                        "taswiya_platform_threads",
                        "Threads of the system.",
                        ManagementFactory.getThreadMXBean().getThreadCount())
                .gauge(
                        "taswiya_started_timestamp_seconds",
                        "When the program began, in seconds since 1970.",
                        ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
    }

    private synchronized String books() {
        if (System.nanoTime() - askedAt >= KEPT_NANOS) {
            try {
                books = asked();
                askedAt = System.nanoTime();
            } catch (DatabaseException _) {
                return ""; // it went between two questions; the next look says so
            }
        }
        return books;
    }

    private String asked() {
        MetricsText text = plain();
        text.gauges(
                "taswiya_messages_queued",
                "Messages that wait to be handed over.",
                "channel",
                WaitingMessages.queued(database));
        RunReport.last(database).ifPresent(run -> last(text, run));
        return text.toString();
    }

    private static void last(MetricsText text, RunReport run) {
        TreeMap<String, Integer> states = new TreeMap<>();
        states.put(run.state().code(), 1);
        text.gauge("taswiya_last_run_number", "The number of the billing run begun last.", run.id())
                .gauges("taswiya_last_run_state", "1 for what it is.", "state", states)
                .gauge(
                        "taswiya_last_run_started_timestamp_seconds",
                        "When it was begun, in seconds since 1970.",
                        run.startedAt().toEpochMilli() / MILLIS)
                .gauge(
                        "taswiya_last_run_bills",
                        "Bills that it has made.",
                        run.totals().bills())
                .gauge(
                        "taswiya_last_run_held_agreements",
                        "Agreements that it holds.",
                        run.totals().held());
    }
}
