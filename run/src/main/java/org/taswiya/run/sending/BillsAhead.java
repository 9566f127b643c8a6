package org.taswiya.run.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;

/// Makes bills again that are asked for one after the other, and the next ones with them: most of what it takes to make
/// one is the same for its neighbours. What is made ahead is kept for a moment only. Used by any number of threads.
final class BillsAhead {
    private static final int MOST = 256;
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    /// Senders beside each other ask a little out of order.
    private static final int GAP = 8;

    private final Database database;
    private final Reprint.Rules rules;
    private final Map<Long, ReprintedBill> made = new HashMap<>();
    private long madeAt;

    /// Up to which number the last ones were made, and how many of them.
    private long madeTo;

    private int ahead = 1;

    /// The last that was made alone: where the next row of them may begin.
    private long alone;

    BillsAhead(Database database, Reprint.Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /// @return empty when there is no such bill
    synchronized Optional<ReprintedBill> of(long serial) {
        ReprintedBill known = System.nanoTime() - madeAt < KEPT_NANOS ? made.get(serial) : null;
        if (known != null) {
            return Optional.of(known);
        }
        if (isSoonAfter(madeTo, serial)) {
            ahead = Math.min(2 * ahead, MOST);
            make(madeTo + 1);
        } else if (isSoonAfter(alone, serial)) {
            ahead = 2 * GAP;
            make(serial);
        }
        ReprintedBill found = made.get(serial);
        if (found != null) {
            return Optional.of(found);
        }
        alone = serial;
        List<ReprintedBill> one = new ArrayList<>();
        Reprint.execute(database, rules, BilledRange.ofBill(database, serial), one::add);
        return one.stream().findFirst();
    }

    private static boolean isSoonAfter(long last, long serial) {
        return last > 0 && serial > last && serial <= last + GAP;
    }

    private void make(long from) {
        made.clear();
        madeAt = System.nanoTime();
        madeTo = from;
        Reprint.execute(database, rules, BilledRange.ofBill(database, from, ahead), bill -> {
            made.put(bill.number().serial(), bill);
            madeTo = Math.max(madeTo, bill.number().serial());
        });
    }
}
