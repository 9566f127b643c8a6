package org.taswiya.cli.demo;

import java.util.List;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;

/// One service taken by a customer of the demo: its agreement, its meters, what was read, and what nobody saw.
///
/// @param meters the one in place last comes last
/// @param readings earliest first
/// @param trueUse what the meter counted in each billing period, read or not; earliest first
record Supply(
        ServiceAgreement agreement,
        UsagePoint usagePoint,
        List<Meter> meters,
        List<MeterExchange> exchanges,
        List<Reading> readings,
        List<Usage> trueUse) {

    Supply {
        meters = List.copyOf(meters);
        exchanges = List.copyOf(exchanges);
        readings = List.copyOf(readings);
        trueUse = List.copyOf(trueUse);
    }

    Register register() {
        return meters.getLast().register();
    }
}
