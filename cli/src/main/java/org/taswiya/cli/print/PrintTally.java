package org.taswiya.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.deliver.print.PrinterFile.Carried;
import org.taswiya.run.ReprintedBill;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.print.PrintOrder.Place;

/// Puts bills that stand into a file for the printer and names those that cannot be made again. Progress goes to
/// standard error at most once a second.
final class PrintTally implements Consumer<ReprintedBill> {
    private final PrinterFile file;
    private final Map<Long, Place> places;
    private final long expected;
    private final PrintWriter err;
    private final long beganAt = System.nanoTime();
    private long toldAt = beganAt;
    private final List<Long> drawn = new ArrayList<>();
    private long different;

    /// @param expected how many bills will come that stand
    PrintTally(PrinterFile file, Map<Long, Place> places, long expected, PrintWriter err) {
        this.file = file;
        this.places = places;
        this.expected = expected;
        this.err = err;
    }

    @Override
    public void accept(ReprintedBill bill) {
        Place place = places.get(bill.stored().number().serial());
        if (place == null) {
            return; // cancelled, or mail came back
        }
        switch (bill) {
            case Same same -> {
                file.add(same.toPrint(), new Carried(place.route(), place.stop(), place.area()));
                drawn.add(same.stored().number().serial());
            }
            case Different(var stored, var reason, var found) -> {
                different++;
                err.println("taswiya: " + stored.number() + " is not printed: " + reason.code() + ", " + found);
            }
        }
        if (drawn.size() + different < expected && System.nanoTime() - toldAt >= TimeUnit.SECONDS.toNanos(1)) {
            toldAt = System.nanoTime();
            long milliseconds = Math.max(1, TimeUnit.NANOSECONDS.toMillis(toldAt - beganAt));
            err.printf(
                    Locale.ROOT,
                    "  %,d of %,d bills drawn, %,d a second%n",
                    drawn.size(),
                    expected,
                    drawn.size() * 1000L / milliseconds);
            err.flush();
        }
    }

    /// The serials of what is in the file.
    List<Long> drawn() {
        return List.copyOf(drawn);
    }

    long different() {
        return different;
    }

    boolean isGood() {
        return different == 0;
    }
}
