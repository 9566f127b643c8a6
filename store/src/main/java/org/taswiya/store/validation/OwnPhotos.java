package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Photos that customers send with their own readings. They come after the reading: a kill between the two leaves a
/// reading without one, and it can be sent again.
public final class OwnPhotos {
    private OwnPhotos() {}

    /// A photo, by the agreement on whose days it was sent.
    ///
    /// @param meter that was in place; empty where none is known
    public record Taken(String agreement, LocalDate at, String meter) {}

    /// Keeps one. The newest of a day counts; the same again is written once.
    ///
    /// @param jpeg drawn anew, so that nothing but the picture is in it
    public static void keep(Database database, String usagePoint, LocalDate at, byte[] jpeg, Change why) {
        BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isNew = newest(connection, usagePoint, at)
                    .filter(before -> Arrays.equals(before, jpeg))
                    .isEmpty();
            if (isNew) {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into own_photo values (?, ?, ?, ?)")) {
                    insert.setString(1, usagePoint);
                    insert.setObject(2, at);
                    insert.setLong(3, change);
                    insert.setBytes(4, jpeg);
                    insert.executeUpdate();
                }
            }
            return new Done<>(isNew, isNew);
        });
    }

    private static Optional<byte[]> newest(Connection connection, String usagePoint, LocalDate at) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select jpeg from own_photo where usage_point = ? and at = ? order by change desc limit 1")) {
            query.setString(1, usagePoint);
            query.setObject(2, at);
            return Rows.list(query, row -> row.getBytes(1)).stream().findFirst();
        }
    }

    /// Of which days there is one, on the days of an account's agreements; the newest day first.
    public static List<Taken> of(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select distinct s.reference, p.at, coalesce(m.serial, '') as meter
                        from service_agreement s
                        join own_photo p on p.usage_point = s.usage_point
                            and p.at >= s.from_day and (s.to_day is null or p.at < s.to_day)
                        left join meter m on m.usage_point = s.usage_point and m.installed_at <= p.at
                            and (m.removed_at is null or m.removed_at > p.at)
                        where s.account = ? order by p.at desc, s.reference""")) {
            query.setString(1, account);
            return Rows.list(query, row -> new Taken(row.getString(1), Rows.date(row, "at"), row.getString("meter")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The one of a day; empty where the day is none of that agreement of that account.
    public static Optional<byte[]> find(Database database, String account, String agreement, LocalDate at) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select p.jpeg from service_agreement s join own_photo p on p.usage_point = s.usage_point
                            and p.at >= s.from_day and (s.to_day is null or p.at < s.to_day)
                        where s.account = ? and s.reference = ? and p.at = ? order by p.change desc limit 1""")) {
            query.setString(1, account);
            query.setString(2, agreement);
            query.setObject(3, at);
            return Rows.list(query, row -> row.getBytes(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
