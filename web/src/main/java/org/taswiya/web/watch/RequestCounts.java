package org.taswiya.web.watch;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.taswiya.cli.command.MetricsText;

/// How many requests came and how long their answers took, by route. Safe for use by several threads.
public final class RequestCounts {
    /// The upper ends of what answers are counted in, in milliseconds.
    private static final List<Integer> UP_TO = List.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000);

    private final ConcurrentMap<Answered, LongAdder> answered = new ConcurrentHashMap<>();
    private final ConcurrentMap<Route, Durations> durations = new ConcurrentHashMap<>();
    private final AtomicInteger atWork = new AtomicInteger();

    public RequestCounts() {}

    /// @param route the pattern, such as `/bills/{number}`
    private record Route(String method, String route) {
        String labels() {
            return MetricsText.label("method", method) + "," + MetricsText.label("route", route);
        }
    }

    private record Answered(Route route, int status) {}

    /// Of one route. The last count is of all that took longer than any end.
    private static final class Durations {
        private final AtomicLongArray counts = new AtomicLongArray(UP_TO.size() + 1);
        private final LongAdder nanos = new LongAdder();

        void add(long took) {
            int place = 0;
            while (place < UP_TO.size() && took > TimeUnit.MILLISECONDS.toNanos(UP_TO.get(place))) {
                place++;
            }
            counts.incrementAndGet(place);
            nanos.add(took);
        }
    }

    void begun() {
        atWork.incrementAndGet();
    }

    void ended(String method, String route, int status, long nanos) {
        atWork.decrementAndGet();
        Route at = new Route(method, route);
        answered.computeIfAbsent(new Answered(at, status), _ -> new LongAdder()).increment();
        durations.computeIfAbsent(at, _ -> new Durations()).add(nanos);
    }

    /// How many are being answered now.
    public int atWork() {
        return atWork.get();
    }

    void write(MetricsText text) {
        text.gauge("taswiya_http_requests_at_work", "Requests that are being answered.", atWork());
        text.head("taswiya_http_requests_total", "counter", "Requests answered.");
        answered.entrySet().stream()
                .sorted(Comparator.comparing(count -> count.getKey().toString()))
                .forEach(count -> text.sample(
                        "taswiya_http_requests_total",
                        count.getKey().route().labels() + ","
                                + MetricsText.label(
                                        "status",
                                        Integer.toString(count.getKey().status())),
                        count.getValue().sum()));
        text.head("taswiya_http_request_seconds", "histogram", "Seconds from a request to the end of its answer.");
        durations.entrySet().stream()
                .sorted(Comparator.comparing(route -> route.getKey().toString()))
                .forEach(route -> write(text, route.getKey().labels(), route.getValue()));
    }

    private static void write(MetricsText text, String labels, Durations of) {
        long counted = 0;
        for (int place = 0; place < UP_TO.size(); place++) {
            counted += of.counts.get(place);
            String most = Double.toString(UP_TO.get(place) / 1e3);
            text.sample("taswiya_http_request_seconds_bucket", labels + "," + MetricsText.label("le", most), counted);
        }
        counted += of.counts.get(UP_TO.size());
        text.sample("taswiya_http_request_seconds_bucket", labels + "," + MetricsText.label("le", "+Inf"), counted);
        text.sample("taswiya_http_request_seconds_sum", labels, of.nanos.sum() / 1e9);
        text.sample("taswiya_http_request_seconds_count", labels, counted);
    }
}
