package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.handset.RoundEntries.Clocks;
import org.taswiya.store.handset.RoundEntry.SeenExchange;

/// Entries as they are in the books.
public final class EntryRows {
    private static final Duration SLACK = Duration.ofMinutes(2);

    private EntryRows() {}

    /// An entry as a person looks at it.
    ///
    /// @param at when it was typed, as it is believed
    /// @param hasPhoto whether a picture has come
    public record SeenEntry(
            RoundEntry entry, String handset, String reader, Instant at, EntryOutcome outcome, boolean hasPhoto) {}

    /// What was answered to the entry before, or to another one of its id; empty where there is none.
    static Optional<EntryAnswer> known(Connection connection, Handset handset, RoundEntry entry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select handset, digest, outcome, at, said_at from round_entry where id = ?")) {
            query.setObject(1, entry.id());
            return Rows.list(query, row -> {
                        boolean isSame = row.getString("handset").equals(handset.id())
                                && Arrays.equals(row.getBytes("digest"), entry.digest());
                        return isSame ? kept(row) : new EntryAnswer.OtherContents();
                    })
                    .stream()
                    .findFirst();
        }
    }

    private static EntryAnswer kept(ResultSet row) throws SQLException {
        Instant at = moment(row, "at");
        boolean isPutRight = Duration.between(moment(row, "said_at"), at).abs().compareTo(SLACK) > 0;
        return new EntryAnswer.Kept(EntryOutcome.ofCode(row.getString("outcome")), at, isPutRight);
    }

    /// Since when a handset has had a round.
    static Instant since(Connection connection, Handset handset, long round) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(min(at), ?) as since from handset_event
                where handset = ? and kind = 'handed-out' and round = ?""")) {
            query.setObject(1, handset.since().atOffset(ZoneOffset.UTC));
            query.setString(2, handset.id());
            query.setLong(3, round);
            return Rows.list(query, row -> moment(row, "since")).getFirst();
        }
    }

    /// Whether the handset has sent what it typed later of the same meter.
    static boolean hasLater(Connection connection, Handset handset, RoundEntry entry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from round_entry
                where round = ? and usage_point = ? and handset = ? and said_at > ? and value is not null""")) {
            query.setLong(1, entry.round());
            query.setString(2, entry.usagePoint());
            query.setString(3, handset.id());
            query.setObject(4, entry.saidAt().atOffset(ZoneOffset.UTC));
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    static void insert(
            Connection connection,
            Handset handset,
            RoundEntry entry,
            Clocks clocks,
            Instant at,
            EntryOutcome outcome,
            @Nullable Long change)
            throws SQLException {
        Remark remark = entry.remark();
        SeenExchange exchange = entry.exchange();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into round_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, entry.id());
            insert.setString(2, handset.id());
            insert.setLong(3, entry.round());
            insert.setString(4, entry.usagePoint());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.setObject(6, entry.saidAt().atOffset(ZoneOffset.UTC));
            insert.setObject(7, clocks.sent().atOffset(ZoneOffset.UTC));
            insert.setObject(8, clocks.received().atOffset(ZoneOffset.UTC));
            number(insert, 9, entry.value());
            insert.setString(10, remark == null ? null : remark.code());
            number(insert, 11, entry.place() == null ? null : entry.place().latitude());
            number(insert, 12, entry.place() == null ? null : entry.place().longitude());
            insert.setString(13, exchange == null ? null : exchange.serial());
            number(insert, 14, exchange == null ? null : exchange.value());
            insert.setBoolean(15, entry.hasPhoto());
            insert.setBytes(16, entry.digest());
            insert.setString(17, outcome.code());
            insert.setObject(18, change, Types.BIGINT);
            insert.executeUpdate();
        }
    }

    private static void number(PreparedStatement insert, int at, @Nullable Decimal value) throws SQLException {
        insert.setBigDecimal(at, value == null ? null : value.toBigDecimal());
    }

    /// All entries of a round, in the order in which they were typed.
    public static List<SeenEntry> of(Database database, long round) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select e.*, h.staff, exists (select from visit_photo p where p.entry = e.id) as photo
                        from round_entry e join handset h on h.id = e.handset
                        where e.round = ? order by e.at, e.received_at, e.id""")) {
            query.setLong(1, round);
            return Rows.list(query, EntryRows::seen);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static SeenEntry seen(ResultSet row) throws SQLException {
        String remark = row.getString("remark");
        String serial = row.getString("new_serial");
        RoundEntry entry = new RoundEntry(
                row.getObject("id", UUID.class),
                row.getLong("round"),
                row.getString("usage_point"),
                moment(row, "said_at"),
                Rows.decimalOrNull(row, "value"),
                remark == null ? null : Remark.ofCode(remark).orElseThrow(),
                null,
                serial == null ? null : new SeenExchange(serial, Rows.decimal(row, "new_value")),
                row.getBoolean("has_photo"));
        return new SeenEntry(
                entry,
                row.getString("handset"),
                row.getString("staff"),
                moment(row, "at"),
                EntryOutcome.ofCode(row.getString("outcome")),
                row.getBoolean("photo"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
