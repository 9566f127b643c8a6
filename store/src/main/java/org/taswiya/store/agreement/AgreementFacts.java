package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.input.StandingFacts;

/// Numbers of agreements that their tariffs ask for. Of one day the one that was written last counts.
public final class AgreementFacts {
    private static final String OF_ACCOUNT = """
            select distinct on (a.reference, f.determinant, f.from_day)
                   a.reference, f.determinant, f.from_day, f.value, c.made_at, c.author, c.reason
            from service_agreement a join agreement_fact f on f.agreement = a.reference join change c on c.id = f.change
            where {which}
            order by a.reference, f.determinant, f.from_day, f.change desc""";

    private AgreementFacts() {}

    /// A fact that stands, with who wrote it down, when and why.
    public record Stored(String agreement, AgreementFact fact, Change why) {}

    /// What becomes of a fact that is written down.
    public enum Written {
        ADDED,
        /// Another number stood for that day.
        CORRECTED,
        /// It stands already.
        UNCHANGED
    }

    /// Those of an agreement.
    public static List<Stored> of(Database database, String agreement) {
        return list(database, "a.reference = ?", agreement);
    }

    /// Those of all agreements of an account.
    public static List<Stored> ofAccount(Database database, String account) {
        return list(database, "a.account = ?", account);
    }

    private static List<Stored> list(Database database, String which, String of) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(OF_ACCOUNT.replace("{which}", which))) {
            query.setString(1, of);
            return Rows.list(query, AgreementFacts::stored);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("reference"),
                new AgreementFact(
                        StandingFacts.determinant(row.getString("determinant")),
                        Rows.date(row, "from_day"),
                        Rows.decimal(row, "value")),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")));
    }

    /// Writes facts down. Whoever was billed for days on which one of them holds is settled by the next bill.
    ///
    /// @param facts by agreement that there is; of one kind and day one at most
    public static void add(Connection connection, long change, Map<String, List<AgreementFact>> facts)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into agreement_fact (agreement, determinant, from_day, value, change)
                values (?, ?, ?, ?, ?)""")) {
            for (Map.Entry<String, List<AgreementFact>> of : facts.entrySet()) {
                LocalDate first = LocalDate.MAX;
                for (AgreementFact fact : of.getValue()) {
                    insert.setString(1, of.getKey());
                    insert.setString(2, fact.determinant().code());
                    insert.setObject(3, fact.from());
                    insert.setBigDecimal(4, fact.value().toBigDecimal());
                    insert.setLong(5, change);
                    insert.executeUpdate();
                    LocalDate asked = firstAsking(connection, of.getKey(), fact);
                    first = asked.isBefore(first) ? asked : first;
                }
                Reopenings.openForDays(connection, change, of.getKey(), first);
            }
        }
        BillRequests.addCounted(connection, change, facts.keySet());
    }

    /// The first day that is billed by it. What a register shows ends the days before it too; what was fed in may have
    /// been divided by days since the value before it.
    private static LocalDate firstAsking(Connection connection, String agreement, AgreementFact fact)
            throws SQLException {
        if (!fact.determinant().isRegistered()) {
            return fact.from();
        }
        LocalDate dayBefore = fact.from().minusDays(1);
        if (fact.determinant() != Determinant.EXPORTED_ENERGY) {
            return dayBefore;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(max(from_day), ?) as first from agreement_fact
                where agreement = ? and determinant = ? and from_day < ?""")) {
            query.setObject(1, dayBefore);
            query.setString(2, agreement);
            query.setString(3, fact.determinant().code());
            query.setObject(4, fact.from());
            return Rows.list(query, row -> Rows.date(row, "first")).getFirst();
        }
    }

    /// What writing a fact down comes to beside those that stand.
    public static Written written(List<AgreementFact> standing, AgreementFact fact) {
        for (AgreementFact other : standing) {
            if (other.determinant() == fact.determinant() && other.from().equals(fact.from())) {
                return other.equals(fact) ? Written.UNCHANGED : Written.CORRECTED;
            }
        }
        return Written.ADDED;
    }

    /// The first days of some agreements, by agreement: of those that there are.
    public static Map<String, LocalDate> begun(Connection connection, Collection<String> agreements)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select reference, from_day from service_agreement where reference = any(?)")) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            Map<String, LocalDate> begun = new HashMap<>();
            Rows.each(query, row -> begun.put(row.getString(1), Rows.date(row, "from_day")));
            return begun;
        }
    }
}
