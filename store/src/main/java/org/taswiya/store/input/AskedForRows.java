package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.bill.Known;
import org.taswiya.store.run.Cycle;

/// Reads what is known of agreements besides their dials, where the tariff asks for more than the usage. Of all others
/// nothing is asked.
final class AskedForRows {
    private final Connection connection;
    private final Cycle cycle;
    private final Known known;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Map<String, Optional<Tariff>> ofMore = new HashMap<>();

    AskedForRows(Connection connection, Cycle cycle, Known known, Function<String, Optional<Tariff>> tariffs) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
        this.tariffs = tariffs;
    }

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        List<OpenAgreement> asking =
                agreements.stream().filter(one -> tariff(one).isPresent()).toList();
        if (asking.isEmpty()) {
            return;
        }
        Map<String, List<AgreementFact>> facts = StandingFacts.of(
                connection, asking.stream().map(one -> one.reference).toList(), known);
        for (OpenAgreement one : asking) {
            List<CountedDay> days = counted(one, tariff(one).orElseThrow());
            one.askedFor = new AskedFor(facts.getOrDefault(one.reference, List.of()), days, one.registers());
        }
    }

    private List<CountedDay> counted(OpenAgreement one, Tariff tariff) throws SQLException {
        LocalDate end = end(one);
        boolean isAsked = one.ofBands.isEmpty() ? CountedIntervals.isAskedBy(tariff) : tariff.isOfDemand();
        return isAsked && one.gapFrom.isBefore(end)
                ? new CountedIntervals(connection, known)
                        .of(one.usagePoint, one.billedFrom, one.to, DateRange.of(one.gapFrom, end), tariff)
                : List.of();
    }

    /// The end of what the bill may price.
    private LocalDate end(OpenAgreement one) {
        LocalDate end = cycle.billTo();
        for (Reading reading : one.readings) {
            end = reading.at().isAfter(end) ? reading.at() : end;
        }
        return one.billedTo().isAfter(end) ? one.billedTo() : end;
    }

    /// Empty where it asks for the usage alone, or is no book in use.
    private Optional<Tariff> tariff(OpenAgreement one) {
        return ofMore.computeIfAbsent(one.tariff, id -> tariffs.apply(id).filter(tariff -> !tariff.isOfUsageAlone()));
    }
}
