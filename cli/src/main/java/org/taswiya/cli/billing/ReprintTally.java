package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.ReprintedBill;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Same;

/// Writes the documents of bills that were made again, names those that were not, and counts both. Progress goes to
/// standard error at most once a second.
final class ReprintTally implements Consumer<ReprintedBill> {
    /// More would push the figures off a screen; `--json` has them all.
    private static final int NAMED_MOST = 20;

    private final DocumentFolder folder;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private long asFirst;
    private long firstNow;
    private long different;
    private long toldAt = System.nanoTime();

    ReprintTally(DocumentFolder folder, PrintWriter out, PrintWriter err, boolean json) {
        this.folder = folder;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    @Override
    public void accept(ReprintedBill bill) {
        switch (bill) {
            case Same same -> {
                folder.write(same.number(), same.text().getBytes(StandardCharsets.UTF_8));
                asFirst += same.isAsFirst() ? 1 : 0;
                firstNow += same.isAsFirst() ? 0 : 1;
            }
            case Different(var stored, var reason, var found) -> {
                different++;
                reasons.merge(reason.code(), 1L, Long::sum);
                name(stored.number().toString(), reason.code(), found);
            }
        }
        if (System.nanoTime() - toldAt >= TimeUnit.SECONDS.toNanos(1)) {
            toldAt = System.nanoTime();
            err.printf(Locale.ROOT, "  %,d bills written, %,d not%n", asFirst + firstNow, different);
            err.flush();
        }
    }

    private void name(String number, String reason, String found) {
        if (json) {
            String text = JsonLine.object(line -> {
                line.writeStringProperty("bill", number);
                line.writeStringProperty("reason", reason);
                line.writeStringProperty("found", found);
            });
            out.println(text);
        } else if (different <= NAMED_MOST) {
            out.println("  " + number + " is not written: " + reason + ", " + found);
        }
    }

    /// Whether every bill was written.
    boolean isGood() {
        return different == 0;
    }

    /// Says what it all came to.
    void end() {
        if (json) {
            out.println(json());
        } else {
            text();
        }
        out.flush();
    }

    private void text() {
        if (different > NAMED_MOST) {
            out.println("  and " + Grouped.of(different - NAMED_MOST) + " more; --json names all of them");
        }
        out.println(Grouped.of(asFirst + firstNow) + " documents in " + folder.folder() + ": " + Grouped.of(asFirst)
                + " the same bytes as first written, " + Grouped.of(firstNow)
                + " equal to the books and without a first document");
        if (different > 0) {
            out.println(Grouped.of(different) + " bills could not be made again as they were");
            reasons.forEach((reason, count) -> out.printf(Locale.ROOT, "%12s  %s%n", Grouped.of(count), reason));
        }
    }

    private String json() {
        return JsonLine.object(sums -> {
            sums.writeNumberProperty("written", asFirst + firstNow);
            sums.writeNumberProperty("asFirstWritten", asFirst);
            sums.writeNumberProperty("notWritten", different);
            sums.writeObjectPropertyStart("reasons");
            reasons.forEach((reason, count) -> sums.writeNumberProperty(reason, (long) count));
            sums.writeEndObject();
        });
    }
}
