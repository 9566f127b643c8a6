package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Which bills somebody may look at soon, whose pages are not made yet ([MadePage]): those of accounts that can be
/// told of them, who alone can sign in.
public final class AwaitedPages {
    private AwaitedPages() {}

    /// @param language in which they are written to
    public record Awaited(BillNumber number, Language language) {}

    /// How many batches the books have, and the last bill of all: where it is the same, nothing was billed meanwhile.
    public record Billed(long batches, long last) {}

    public static Billed billed(Database database) {
        return one(database, "select count(*), coalesce(max(last_bill), 0) from checkpoint", null);
    }

    /// The serial before the first bill of the runs that billed on a day or later.
    public static long before(Database database, LocalDate day) {
        return one(database, """
                        select 0, coalesce(max(c.last_bill), 0) from checkpoint c
                        join billing_run r on r.id = c.run where r.billed_on < ?""", day).last();
    }

    private static Billed one(Database database, String select, @Nullable LocalDate day) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            if (day != null) {
                query.setObject(1, day);
            }
            return Rows.list(query, row -> new Billed(row.getLong(1), row.getLong(2)))
                    .getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @param after the serial after which they are looked for
    /// @param most how many at most
    /// @param edition of which their pages are to be
    /// @return in the order of their numbers
    public static List<Awaited> after(Database database, long after, int most, byte[] edition) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select b.serial, c.language from bill b
                        join lateral (select s.language::text, s.account, s.change from contact_set s
                                      where s.account = b.account and s.since <= current_date
                                      order by s.since desc, s.change desc limit 1) c
                            on exists (select from contact t where t.account = c.account and t.change = c.change)
                        where b.serial > ? and not exists (
                            select from made_page m
                            where m.bill = b.serial and m.language = c.language and m.edition = ?)
                        order by b.serial limit ?""")) {
            query.setLong(1, after);
            query.setBytes(2, edition);
            query.setInt(3, most);
            return Rows.list(
                    query,
                    row -> new Awaited(
                            new BillNumber(row.getLong("serial")),
                            Language.ofCode(row.getString("language")).orElseThrow()));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
