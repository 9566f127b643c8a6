package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.Arrangement.Ending;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What was granted.
public final class Arrangements {
    private static final String SELECT = """
            select r.id, r.account, r.signed_on, r.after_entry, r.channel, r.grace_days, r.is_unasked, r.found,
                   r.approved_by, r.replaces, e.ended_on, e.is_renegotiated, c.made_at, c.author, c.reason
            from arrangement r
            join change c on c.id = r.change
            left join arrangement_end e on e.arrangement = r.id
            """;

    private Arrangements() {}

    /// One by its number.
    public static Optional<StoredArrangement> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of an account, or of all accounts, in the order in which they were granted.
    public static List<StoredArrangement> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return account == null ? list(connection, SELECT + " order by r.id", null) : ofAccount(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The one that runs; empty where none does.
    public static Optional<StoredArrangement> running(Database database, String account, LocalDate today) {
        return list(database, account).stream()
                .filter(one -> one.standingOn(today).state().isRunning())
                .findFirst();
    }

    static Optional<StoredArrangement> of(Connection connection, long number) throws SQLException {
        return list(connection, SELECT + "where r.id = ?", number).stream().findFirst();
    }

    static List<StoredArrangement> ofAccount(Connection connection, String account) throws SQLException {
        return ofAccounts(connection, List.of(account));
    }

    /// Those of some accounts, in the order in which they were granted.
    public static List<StoredArrangement> ofAccounts(Connection connection, List<String> accounts) throws SQLException {
        return list(
                connection, SELECT + "where r.account = any(?) order by r.id", SqlArrays.texts(connection, accounts));
    }

    private static List<StoredArrangement> list(Connection connection, String sql, @Nullable Object value)
            throws SQLException {
        List<Head> heads;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (value != null) {
                query.setObject(1, value);
            }
            heads = Rows.list(query, Head::of);
        }
        if (heads.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = heads.stream().map(Head::number).toList();
        Map<Long, List<ArrangedItem>> items = new HashMap<>();
        Map<Long, List<Instalment>> instalments = new HashMap<>();
        Rows.each(
                connection,
                """
                select arrangement, kind, number, amount from arranged_item
                where arrangement = any(?) order by arrangement, ordinal""",
                SqlArrays.numbers(connection, numbers),
                row -> add(
                        items,
                        row.getLong(1),
                        new ArrangedItem(
                                new ItemKey(ItemKind.ofCode(row.getString(2)), row.getString(3)),
                                Money.ofMinor(row.getLong(4)))));
        Rows.each(
                connection,
                """
                select arrangement, due_on, amount from instalment
                where arrangement = any(?) order by arrangement, ordinal""",
                SqlArrays.numbers(connection, numbers),
                row -> add(
                        instalments,
                        row.getLong(1),
                        new Instalment(Rows.date(row, "due_on"), Money.ofMinor(row.getLong(3)))));
        SettledRows settled = SettledRows.of(connection, numbers);
        List<StoredArrangement> stored = new ArrayList<>();
        for (Head head : heads) {
            stored.add(head.stored(
                    items.getOrDefault(head.number(), List.of()),
                    new Schedule(instalments.getOrDefault(head.number(), List.of())),
                    settled));
        }
        return stored;
    }

    private static <T> void add(Map<Long, List<T>> lists, long number, T one) {
        lists.computeIfAbsent(number, _ -> new ArrayList<>()).add(one);
    }

    /// The row of an arrangement.
    private record Head(
            long number,
            String account,
            LocalDate signedOn,
            long afterEntry,
            RequestChannel channel,
            int graceDays,
            boolean isUnasked,
            String found,
            @Nullable String approvedBy,
            @Nullable Long replaces,
            @Nullable Ending ending,
            Change granted) {

        static Head of(ResultSet row) throws SQLException {
            long replaces = row.getLong("replaces");
            boolean isFirst = row.wasNull();
            LocalDate endedOn = Rows.dateOrNull(row, "ended_on");
            return new Head(
                    row.getLong("id"),
                    row.getString("account"),
                    Rows.date(row, "signed_on"),
                    row.getLong("after_entry"),
                    RequestChannel.ofCode(row.getString("channel")).orElseThrow(),
                    row.getInt("grace_days"),
                    row.getBoolean("is_unasked"),
                    row.getString("found"),
                    row.getString("approved_by"),
                    isFirst ? null : replaces,
                    endedOn == null ? null : new Ending(endedOn, row.getBoolean("is_renegotiated")),
                    new Change(
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("author"),
                            row.getString("reason")));
        }

        StoredArrangement stored(List<ArrangedItem> items, Schedule schedule, SettledRows settled) {
            return new StoredArrangement(
                    new Arrangement(number, account, signedOn, items, schedule, graceDays, ending),
                    channel,
                    isUnasked,
                    found,
                    approvedBy,
                    replaces,
                    granted,
                    settled.since(number, items, afterEntry));
        }
    }
}
