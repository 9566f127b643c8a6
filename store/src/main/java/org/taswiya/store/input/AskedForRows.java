package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.bill.Known;

/// Reads what is known of agreements besides their dials, where the tariff asks for more than the usage. Of all others
/// nothing is asked.
final class AskedForRows {
    private final Connection connection;
    private final Known known;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Map<String, Optional<Tariff>> ofMore = new HashMap<>();

    AskedForRows(Connection connection, Known known, Function<String, Optional<Tariff>> tariffs) {
        this.connection = connection;
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
            one.askedFor = new AskedFor(facts.getOrDefault(one.reference, List.of()), List.of());
        }
    }

    /// Empty where it asks for the usage alone, or is no book in use.
    private Optional<Tariff> tariff(OpenAgreement one) {
        return ofMore.computeIfAbsent(
                one.tariff, id -> tariffs.apply(id).filter(tariff -> !tariff.isOfUsageAlone()));
    }
}
