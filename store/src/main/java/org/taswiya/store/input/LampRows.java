package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Suns;
import org.taswiya.store.bill.Known;
import org.taswiya.store.run.Cycle;

/// Reads the lamps of agreements, where they have some, and how long these burn.
final class LampRows {
    private final Connection connection;
    private final Cycle cycle;
    private final Known known;

    LampRows(Connection connection, Cycle cycle, Known known) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
    }

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, List<LampGroup>> lamps = StandingLamps.of(
                connection, agreements.stream().map(one -> one.reference).toList(), known);
        if (lamps.isEmpty()) {
            return;
        }
        LightingCalendar calendar = StandingLamps.calendar(connection, known).orElse(null);
        Suns suns = calendar == null ? null : new Suns(calendar);
        for (OpenAgreement one : agreements) {
            List<LampGroup> own = lamps.get(one.reference);
            if (own != null) {
                tell(one, own, calendar, suns);
            }
        }
    }

    private void tell(
            OpenAgreement one, List<LampGroup> lamps, @Nullable LightingCalendar calendar, @Nullable Suns suns) {
        if (one.register != null) {
            one.hasLampsBesideMeter = true;
            return;
        }
        LocalDate end = one.to != null && one.to.isBefore(cycle.billTo()) ? one.to : cycle.billTo();
        end = one.billedTo().isAfter(end) ? one.billedTo() : end;
        one.register = UnmeteredSupply.REGISTER;
        if (one.gapFrom.isBefore(end)) {
            one.supplyWithoutMeter(new UnmeteredSupply(calendar, suns, lamps, DateRange.of(one.gapFrom, end)));
        }
    }
}
