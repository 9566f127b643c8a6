package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.access.AccountStatement.StatedBill;

/// What of a bill's page stays as it is for as long as the bill does: kept as it was made, so that a bill which many
/// look at in one hour is not made again each time. What may change (what is open, what may be done) is not in it.
///
/// Nothing is known from here alone: each may be deleted at any time, and is then made again.
///
/// @param edition 32 bytes, of the program, its words, prices and profile: of another edition it is made again
/// @param beside the serials of the bills it was laid beside, its own among them; where one of them is taken back, it
///     is made again
/// @param title plain text
/// @param opening HTML
/// @param body HTML, deflated
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record MadePage(byte[] edition, List<Long> beside, String title, String opening, byte[] body) {
    public MadePage {
        beside = List.copyOf(beside);
    }

    /// A bill as it stands now, and its page where that was made.
    ///
    /// @param now what has become of it
    /// @param page null where it was not made yet, by another edition, or beside a bill that was taken back since
    public record Of(
            StatedBill bill,
            String account,
            BillNow now,
            @Nullable MadePage page) {}

    /// Of a bill, for whoever holds or looks after one of these accounts; empty where it is none of theirs.
    ///
    /// @param edition that may be shown
    public static Optional<Of> of(
            Database database, Collection<String> accounts, BillNumber number, Language language, byte[] edition) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select b.account, " + StatedBill.COLUMNS + ", "
                        + BillNow.COLUMNS + """
                        , m.beside, m.title, m.opening, m.body
                        from bill b
                        """ + BillNow.JOINS + """

                        join service_agreement a on a.reference = b.agreement
                        join usage_point p on p.reference = a.usage_point
                        left join made_page m on m.bill = b.serial and m.language = ? and m.edition = ?
                            and not exists (select from cancellation y where y.bill = any(m.beside))
                        where b.serial = ? and b.account = any(?)""")) {
            query.setString(1, language.code());
            query.setBytes(2, edition);
            query.setLong(3, number.serial());
            query.setArray(4, SqlArrays.texts(connection, accounts));
            return Rows.list(query, row -> of(row, edition)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Of of(ResultSet row, byte[] edition) throws SQLException {
        byte[] body = row.getBytes("body");
        return new Of(
                StatedBill.of(row),
                row.getString("account"),
                BillNow.of(row),
                body == null
                        ? null
                        : new MadePage(
                                edition,
                                List.of((Long[]) row.getArray("beside").getArray()),
                                row.getString("title"),
                                row.getString("opening"),
                                body));
    }

    /// Keeps it instead of what was kept of the bill in this language.
    public void keep(Connection connection, BillNumber number, Language language) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into made_page (bill, language, account, edition, beside, title, opening, body)
                select b.serial, ?, b.account, ?, ?, ?, ?, ? from bill b where b.serial = ?
                on conflict (bill, language) do update set edition = excluded.edition, beside = excluded.beside,
                    title = excluded.title, opening = excluded.opening, body = excluded.body""")) {
            insert.setString(1, language.code());
            insert.setBytes(2, edition);
            insert.setArray(3, SqlArrays.numbers(connection, beside));
            insert.setString(4, title);
            insert.setString(5, opening);
            insert.setBytes(6, body);
            insert.setLong(7, number.serial());
            insert.execute();
        }
    }
}
