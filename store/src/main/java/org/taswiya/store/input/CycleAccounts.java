package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;

/// Whose accounts a cycle looks at, in the order of their references, a span at a time. Not for use by several threads.
///
/// A cycle of everybody takes the next accounts from their index. Those of an area are found once, from its premises
/// over usage points and agreements, and kept in order by the server until the connection ends: memory holds a span,
/// and the accounts of other areas are never looked at. So who belongs to an area is what the books said when this
/// process began with it; whoever goes on with a run asks again.
public final class CycleAccounts {
    private static final String OF_AREA = """
             from premise e
            join usage_point p on p.premise = e.reference
            join service_agreement a on a.usage_point = p.reference
            where e.area = {area} and a.account > {after}{chosen}""";

    private final Connection connection;
    private final Cycle cycle;

    /// The last account that was given, and the one that follows it; null before the first and after the last.
    private @Nullable String given;

    private @Nullable String next;

    public CycleAccounts(Connection connection, Cycle cycle) {
        this.connection = connection;
        this.cycle = cycle;
    }

    /// How many there are after one.
    public static long count(Connection connection, Cycle cycle, String after) throws SQLException {
        String counted = cycle.area() == null
                ? "select count(*) from customer_account where reference > " + Literals.of(after)
                        + ofChosen(cycle, "reference")
                : "select count(distinct a.account)" + ofArea(cycle, after);
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(counted)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Whether any premise lies in an area.
    public static boolean hasPremise(Connection connection, String area) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from premise where area = ?)")) {
            query.setString(1, area);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// The span that follows an account. At the beginning of a transaction.
    ///
    /// @param after the reference of the account before; empty for the first span
    /// @param most how many accounts
    public Span after(String after, int most) throws SQLException {
        return cycle.area() == null ? ofEverybody(after, most) : ofArea(after, most);
    }

    private Span ofEverybody(String after, int most) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("""
                select count(*), max(reference),
                       not exists (select from customer_account where reference > max(b.reference) {chosen})
                from (select reference from customer_account where reference > ? {chosen}
                      order by reference limit ?) b""".replace("{chosen}", ofChosen(cycle, "reference")))) {
            query.setString(1, after);
            query.setInt(2, most);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                int count = row.getInt(1);
                String last = count == 0 ? after : row.getString(2);
                return new Span(after, last, count, count < most || row.getBoolean(3), List.of());
            }
        }
    }

    private Span ofArea(String after, int most) throws SQLException {
        List<String> accounts = new ArrayList<>(most + 1);
        try (Statement statement = connection.createStatement()) {
            if (!after.equals(given)) {
                find(statement, after);
            }
            if (next != null) {
                accounts.add(next);
            }
            int missing = most + 1 - accounts.size();
            try (ResultSet row = statement.executeQuery("fetch " + missing + " from account_of_area")) {
                while (row.next()) {
                    accounts.add(row.getString(1));
                }
            }
        }
        next = accounts.size() > most ? accounts.removeLast() : null;
        given = accounts.isEmpty() ? after : accounts.getLast();
        return new Span(after, given, accounts.size(), next == null, accounts);
    }

    private void find(Statement statement, String after) throws SQLException {
        if (given != null) {
            statement.execute("close account_of_area");
        }
        statement.execute("declare account_of_area no scroll cursor with hold for select distinct a.account"
                + ofArea(cycle, after) + " order by a.account");
        connection.commit(); // the server finds them all now and lets go of the state of the books that it saw
        next = null;
    }

    private static String ofArea(Cycle cycle, String after) {
        return OF_AREA.replace("{after}", Literals.of(after))
                .replace("{chosen}", ofChosen(cycle, "a.account"))
                .replace("{area}", Literals.of(cycle.area()));
    }

    /// The further condition that an account is one of those that were named, where any were.
    ///
    /// @param account the name of its column in the query
    static String ofChosen(Cycle cycle, String account) {
        return cycle.accounts().isEmpty() ? "" : " and " + account + " = any(" + Literals.texts(cycle.accounts()) + ")";
    }
}
