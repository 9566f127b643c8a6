package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// A run as people ask about it.
///
/// @param author who started it, when and why
public record RunReport(
        long id, Cycle cycle, RunState state, Instant startedAt, String author, String reason, RunTotals totals) {

    private static final String RUNS = "select " + RunRows.COLUMNS + """
            , c.made_at, c.author, c.reason,
                   exists (select from abandoned_run a where a.run = r.id) as is_abandoned
            from billing_run r join change c on c.id = r.change""";

    /// All runs, the first one first.
    public static List<RunReport> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(RUNS + " order by r.id")) {
            return Rows.list(query, row -> report(connection, row));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Some runs, the last one first.
    static List<RunReport> newest(Connection connection, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RUNS + " order by r.id desc limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, row -> report(connection, row));
        }
    }

    /// The one that was begun last; empty where nothing was billed yet.
    public static Optional<RunReport> last(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(RUNS + " where r.id = (select max(id) from billing_run)")) {
            return Rows.list(query, row -> report(connection, row)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One run.
    public static Optional<RunReport> of(Database database, long run) {
        try (Connection connection = database.connect()) {
            return of(connection, run);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<RunReport> of(Connection connection, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RUNS + " where r.id = ?")) {
            query.setLong(1, run);
            return Rows.list(query, row -> report(connection, row)).stream().findFirst();
        }
    }

    private static RunReport report(Connection connection, ResultSet row) throws SQLException {
        RunTotals totals = RunTotals.of(connection, row.getLong("id"));
        RunState state = totals.isFinished()
                ? RunState.FINISHED
                : row.getBoolean("is_abandoned") ? RunState.ABANDONED : RunState.UNFINISHED;
        return new RunReport(
                row.getLong("id"),
                RunRows.cycle(row),
                state,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("reason"),
                totals);
    }

    /// What a run withheld, by agreement.
    public static List<Withheld> withheld(Database database, long run) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select agreement, outcome, array_agg(reason order by ordinal), array_agg(found order by ordinal),
                       array_agg(figures order by ordinal),
                       min(at_risk) as at_risk
                from held_agreement where run = ? group by agreement, outcome order by agreement""")) {
            query.setLong(1, run);
            return Rows.list(query, RunReport::withheld);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Withheld withheld(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray(3).getArray();
        String[] found = (String[]) row.getArray(4).getArray();
        String[] figures = (String[]) row.getArray(5).getArray();
        List<Withheld.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            reasons.add(new Withheld.Reason(codes[i], found[i], HoldFigures.parse(figures[i])));
        }
        Withheld.Outcome outcome = Withheld.Outcome.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        return new Withheld(row.getString(1), outcome, reasons, Rows.moneyOrNull(row, "at_risk"));
    }
}
