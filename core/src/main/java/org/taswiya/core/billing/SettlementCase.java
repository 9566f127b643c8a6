package org.taswiya.core.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.tariff.Tariff;

/// Everything that a settlement depends on.
///
/// @param households behind a shared meter, at least one
/// @param readings in any order, no two measuring ones on the same day
/// @param exchanges in any order
/// @param billed in any order
/// @param history earlier usage, from which the expected use is taken where there is any
/// @param backBilling null when nothing limits it or an exception lifts the limit
/// @param askedFor what is known besides, where the tariff asks for more than the usage
public record SettlementCase(
        Tariff tariff,
        int households,
        Register register,
        List<Reading> readings,
        List<MeterExchange> exchanges,
        List<BilledPeriod> billed,
        List<Usage> history,
        AllocationPolicy allocation,
        @Nullable BackBilling backBilling,
        AskedFor askedFor) {

    /// Under a tariff that asks for the usage alone.
    public SettlementCase(
            Tariff tariff,
            int households,
            Register register,
            List<Reading> readings,
            List<MeterExchange> exchanges,
            List<BilledPeriod> billed,
            List<Usage> history,
            AllocationPolicy allocation,
            @Nullable BackBilling backBilling) {
        this(
                tariff,
                households,
                register,
                readings,
                exchanges,
                billed,
                history,
                allocation,
                backBilling,
                AskedFor.NOTHING);
    }

    public SettlementCase {
        readings = List.copyOf(readings);
        exchanges = List.copyOf(exchanges);
        billed = List.copyOf(billed);
        history = List.copyOf(history);
    }
}
