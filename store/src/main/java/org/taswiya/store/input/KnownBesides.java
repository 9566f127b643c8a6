package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.Known;

/// What is known of one agreement besides its dial in some days, for whoever prices by a tariff by which it need not be
/// billed: the same facts and intervals as its bills are made of.
public final class KnownBesides {
    private final String point;
    private final LocalDate from;
    private final @Nullable LocalDate to;
    private final Connection connection;
    private final List<AgreementFact> facts;

    private KnownBesides(
            Connection connection, String point, LocalDate from, @Nullable LocalDate to, List<AgreementFact> facts) {
        this.connection = connection;
        this.point = point;
        this.from = from;
        this.to = to;
        this.facts = List.copyOf(facts);
    }

    /// @param agreement one that there is
    public static KnownBesides of(Connection connection, String agreement) throws SQLException {
        List<AgreementFact> facts =
                StandingFacts.of(connection, List.of(agreement), Known.ALL).getOrDefault(agreement, List.of());
        try (PreparedStatement query = connection.prepareStatement(
                "select usage_point, from_day, to_day from service_agreement where reference = ?")) {
            query.setString(1, agreement);
            return Rows.list(
                            query,
                            row -> new KnownBesides(
                                    connection,
                                    row.getString("usage_point"),
                                    Rows.date(row, "from_day"),
                                    Rows.dateOrNull(row, "to_day"),
                                    facts))
                    .getFirst();
        }
    }

    /// What a tariff may ask for; nothing where it asks for the usage alone.
    public AskedFor askedFor(Tariff tariff, DateRange days) throws SQLException {
        if (tariff.isOfUsageAlone()) {
            return AskedFor.NOTHING;
        }
        List<CountedDay> counted = CountedIntervals.isAskedBy(tariff)
                ? new CountedIntervals(connection, Known.ALL).of(point, from, to, days, tariff)
                : List.of();
        return new AskedFor(facts, counted);
    }
}
