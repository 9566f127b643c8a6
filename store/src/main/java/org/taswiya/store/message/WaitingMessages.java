package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.message.Channel;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Messages of a channel that may not go yet: quiet hours, or another attempt that is not due.
///
/// @param first when the first of them may
public record WaitingMessages(long count, Instant first) {

    /// How many there are by channel, whether they may go or not.
    public static SortedMap<String, Long> queued(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select channel, count(*) from message where state = 'queued' group by channel")) {
            SortedMap<String, Long> queued = new TreeMap<>();
            Rows.list(query, row -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(channel -> queued.put(channel.getKey(), channel.getValue()));
            return queued;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those that wait now; empty where none does.
    public static Optional<WaitingMessages> of(Database database, Channel channel, Instant now) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select count(*) as waiting, min(not_before) as first from message
                        where state = 'queued' and channel = ? and not_before > ? having count(*) > 0""")) {
            query.setString(1, channel.code());
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            return Rows.list(
                            query,
                            row -> new WaitingMessages(
                                    row.getLong("waiting"),
                                    row.getObject("first", OffsetDateTime.class).toInstant()))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
