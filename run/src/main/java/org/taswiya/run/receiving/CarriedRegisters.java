package org.taswiya.run.receiving;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingLimits;

/// What is known of registers behind the batches that an import has written, so that a later batch of it that brings
/// more of their readings need not ask the books again: files bring a town month by month, or meter by meter.
///
/// Each is what a look into the books would give, as long as nobody else has changed them; whoever finds that somebody
/// has forgets all of it. As many are carried as an eighth of the memory holds, the first that came; the others are
/// looked up each time. One thread keeps while another one asks.
final class CarriedRegisters {
    private static final int SHARE_OF_MEMORY = 8;

    /// Of a reading with what was used up to it, as the heap has it, with room to spare.
    private static final int BYTES_OF_READING = 256;

    private final Map<String, Carried> carried = new HashMap<>();
    private long room;

    /// @param meters at the usage point, in no order
    record Carried(UsagePoint point, List<Meter> meters, KnownRegister register, ReadingLimits limits) {
        /// Some for what is there once.
        private int readings() {
            return register.size() + 4;
        }
    }

    CarriedRegisters() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_OF_READING);
    }

    /// @param readings that have room
    CarriedRegisters(long readings) {
        this.room = readings;
    }

    /// What is carried of some usage points, by point.
    synchronized Map<String, Carried> of(Collection<String> points) {
        Map<String, Carried> found = new HashMap<>();
        for (String point : points) {
            Carried of = carried.get(point);
            if (of != null) {
                found.put(point, of);
            }
        }
        return found;
    }

    /// Keeps what is known of a usage point now, where there is room.
    ///
    /// @param now null where only the books can tell
    synchronized void keep(String point, @Nullable Carried now) {
        Carried before = carried.remove(point);
        room += before == null ? 0 : before.readings();
        if (now != null && now.readings() <= room) {
            carried.put(point, now);
            room -= now.readings();
        }
    }

    synchronized void forget() {
        carried.values().forEach(of -> room += of.readings());
        carried.clear();
    }
}
