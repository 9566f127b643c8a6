package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.run.Cycle;

/// What is known of one agreement besides its dial in some days that are billed, for whoever prices them by a tariff by
/// which it need not be billed: the same facts, intervals, registers and bills before as its bills are made of.
///
/// @param unmeasured why what its registers show by time band cannot be explained; null where it can
public record KnownBesides(AskedFor askedFor, @Nullable Hold unmeasured) {
    private static final KnownBesides NOTHING = new KnownBesides(AskedFor.NOTHING, null);

    /// No reading is of a later day.
    private static final LocalDate ALL_READ = LocalDate.of(9999, 12, 31);

    /// Nothing is estimated or divided here; it says how far back registers are looked at that have rolled over.
    private static final BillingPolicy LOOKING_BACK =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.TWO_YEARS), 1, null, null);

    /// What a tariff may ask for; nothing where it asks for the usage alone.
    ///
    /// @param days by agreement; each is one that there is
    public static Map<String, KnownBesides> of(Connection connection, Tariff tariff, Map<String, DateRange> days)
            throws SQLException {
        if (tariff.isOfUsageAlone()) {
            Map<String, KnownBesides> nothing = new HashMap<>();
            days.keySet().forEach(agreement -> nothing.put(agreement, NOTHING));
            return nothing;
        }
        LocalDate end = days.values().stream()
                .map(DateRange::to)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return BillingInputs.within(connection, new Cycle(end, ALL_READ), LOOKING_BACK, _ -> Optional.of(tariff))
                .besides(tariff, days);
    }
}
