package org.taswiya.deliver.bill;

import java.util.Comparator;
import java.util.List;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;

/// What one register of a bill showed, earliest first.
///
/// @param band in which it counts; empty where one register counts all
public record Dial(String band, List<Reading> readings, List<MeterExchange> exchanges) {
    public Dial {
        readings = readings.stream()
                .sorted(Comparator.comparing(Reading::at).thenComparing(Reading::isMeasuring))
                .toList();
        exchanges = exchanges.stream()
                .sorted(Comparator.comparing(MeterExchange::at))
                .toList();
    }

    /// Those of an agreement: that of each time band, or the one that there is.
    public static List<Dial> of(AgreementInput agreement) {
        List<BandRegister> registers = agreement.askedFor().registers();
        return registers.isEmpty()
                ? List.of(new Dial("", agreement.readings(), agreement.exchanges()))
                : registers.stream()
                        .map(one -> new Dial(one.band(), one.readings(), one.exchanges()))
                        .toList();
    }
}
