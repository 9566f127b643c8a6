package org.taswiya.cli.billing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.MetricsText;
import org.taswiya.run.BillingListener;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// Keeps the metrics of a billing run in a file: when it begins, after batches at most once a second, and at its end.
///
/// What the whole run came to, batches before a kill too, is what `run show` says of it. What only this process knows
/// has `process` in its name and begins anew with the next one.
final class BillingMetrics implements BillingListener, AutoCloseable {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MILLIS = 1e3;

    private final MetricsFile file;
    private final InstantSource clock;
    private @Nullable RunReport run;
    private long accountsToDo;
    private @Nullable Progress last;
    private @Nullable Double committedAt;
    private long offeredAt;

    BillingMetrics(MetricsFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void begun(RunReport begun, long toDo) {
        run = begun;
        accountsToDo = toDo;
        offeredAt = System.nanoTime();
        file.begin(text(begun, begun.totals().isFinished() ? State.FINISHED : State.WORKING));
    }

    @Override
    public void committed(Progress progress) {
        last = progress;
        committedAt = clock.millis() / MILLIS;
        if (run != null && System.nanoTime() - offeredAt >= EVERY_NANOS) {
            offeredAt = System.nanoTime();
            file.offer(text(run, State.WORKING));
        }
    }

    /// The end of the run, however it came. A run that was refused before it began leaves the file as it was.
    @Override
    public void close() {
        if (run != null) {
            file.end(text(run, soFar(run).isFinished() ? State.FINISHED : State.STOPPED));
        }
    }

    private enum State {
        WORKING,
        FINISHED,
        STOPPED
    }

    private RunTotals soFar(RunReport of) {
        return last == null ? of.totals() : last.soFar();
    }

    private String text(RunReport of, State state) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        labels.put("run", Long.toString(of.id()));
        labels.put("cycle", of.cycle().toString());
        MetricsText text = new MetricsText(labels);
        addRun(text, of, state);
        addProcess(text);
        return text.toString();
    }

    private void addRun(MetricsText text, RunReport of, State state) {
        RunTotals soFar = soFar(of);
        Map<String, Integer> states = new LinkedHashMap<>();
        for (State each : State.values()) {
            states.put(each.name().toLowerCase(Locale.ROOT), each == state ? 1 : 0);
        }
        long toDo = soFar.isFinished()
                ? 0
                : Math.max(0, accountsToDo - (soFar.accounts() - of.totals().accounts()));
        text.gauges("taswiya_run_state", "1 for what the run is. One that was killed stays working.", "state", states)
                .counter("taswiya_run_batches_total", "Batches committed.", soFar.batches())
                .counter("taswiya_run_accounts_total", "Accounts looked at.", soFar.accounts())
                .gauge("taswiya_run_accounts_to_do", "Accounts still to be looked at.", toDo)
                .counter("taswiya_run_bills_total", "Bills made.", soFar.bills())
                .counter(
                        "taswiya_run_estimated_bills_total", "Bills of them that rest on estimates.", soFar.estimated())
                .counter("taswiya_run_held_agreements_total", "Agreements held for a person.", soFar.held())
                .counter("taswiya_run_failed_agreements_total", "Agreements that failed.", soFar.failed())
                .counters(
                        "taswiya_run_withheld_agreements_total",
                        "Agreements held or failed, by their first reason.",
                        "reason",
                        soFar.reasons());
    }

    private void addProcess(MetricsText text) {
        if (last != null) {
            Map<String, Double> stages = new LinkedHashMap<>();
            last.stageSeconds().forEach((stage, seconds) -> stages.put(stage.code(), seconds));
            text.counter("taswiya_run_process_bills_total", "Bills made by this process.", last.billsHere())
                    .gauge(
                            "taswiya_run_process_bills_per_second",
                            "Bills a second of this process since it began.",
                            last.billsPerSecond())
                    .counter(
                            "taswiya_run_process_seconds_total",
                            "Seconds that this process has worked on the run.",
                            last.secondsHere())
                    .counters(
                            "taswiya_run_process_stage_seconds_total",
                            "Seconds of this process at each stage. Stages work side by side.",
                            "stage",
                            stages);
        }
        if (committedAt != null) {
            text.gauge(
                    "taswiya_run_process_last_commit_timestamp_seconds",
                    "When this process last committed a batch, in seconds since 1970.",
                    committedAt);
        }
        Runtime java = Runtime.getRuntime();
        text.gauge(
                        "taswiya_run_process_heap_used_bytes",
                        "Bytes of the Java heap in use.",
                        java.totalMemory() - java.freeMemory())
                .gauge("taswiya_run_process_heap_limit_bytes", "Bytes that heap may grow to.", java.maxMemory());
    }
}
