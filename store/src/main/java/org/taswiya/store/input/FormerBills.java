package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.copy.Literals;

/// Bills of the old system: the history of an account, and where they lie in the gap, periods that were billed.
public final class FormerBills {
    private static final String COLUMNS = """
            f.agreement, f.reference, f.from_day, f.to_day, f.issued_on, f.usage, f.is_estimated, f.net, f.tax""";

    private FormerBills() {}

    /// Those of some agreements, in the order of their days.
    public static Map<String, List<FormerBill>> of(Connection connection, Collection<String> agreements)
            throws SQLException {
        Map<String, List<FormerBill>> found = new HashMap<>();
        String select = "select " + COLUMNS + " from former_bill f where f.agreement = any(?) order by f.from_day";
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            Rows.each(query, row -> {
                FormerBill bill = bill(row);
                found.computeIfAbsent(bill.agreement(), _ -> new ArrayList<>()).add(bill);
            });
        }
        return found;
    }

    /// Those of an account, agreement by agreement.
    public static List<FormerBill> ofAccount(Database database, String account) {
        String select = "select " + COLUMNS + """
                 from service_agreement a join former_bill f on f.agreement = a.reference
                where a.account = ? order by f.agreement, f.from_day""";
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            query.setString(1, account);
            return Rows.list(query, FormerBills::bill);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static FormerBill bill(ResultSet row) throws SQLException {
        return new FormerBill(
                row.getString("agreement"),
                row.getString("reference"),
                DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                Rows.date(row, "issued_on"),
                Rows.decimal(row, "usage"),
                row.getBoolean("is_estimated") ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL,
                Money.ofMinor(row.getLong("net")),
                Money.ofMinor(row.getLong("tax")));
    }

    /// Which days bills of these books that stand have looked at, of agreements that have such.
    public static Map<String, DateRange> billedHere(Connection connection, Collection<String> agreements)
            throws SQLException {
        Map<String, DateRange> billed = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select b.agreement, min(b.gap_from) as from_day, max(b.billed_to) as to_day
                from bill b
                where b.agreement = any(?) and not exists (select from cancellation c where c.bill = b.serial)
                group by b.agreement""")) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            Rows.each(
                    query,
                    row -> billed.put(
                            row.getString("agreement"),
                            DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day"))));
        }
        return billed;
    }

    public static void add(Connection connection, long change, List<FormerBill> bills) throws SQLException {
        CopyRows rows = new CopyRows(
                "former_bill",
                "agreement",
                "reference",
                "from_day",
                "to_day",
                "issued_on",
                "usage",
                "is_estimated",
                "net",
                "tax",
                "change");
        for (FormerBill bill : bills) {
            rows.row()
                    .text(bill.agreement())
                    .text(bill.reference())
                    .date(bill.range().from())
                    .date(bill.range().to())
                    .date(bill.issuedOn())
                    .numeric(bill.usage())
                    .bool(bill.isEstimated())
                    .money(bill.net())
                    .money(bill.tax())
                    .bigint(change);
        }
        rows.send(connection);
    }

    /// Tells the agreements of a batch which of their former bills lie in the gap.
    public static void read(Connection connection, Collection<OpenAgreement> agreements, Known known)
            throws SQLException {
        List<OpenAgreement> asked = List.copyOf(agreements);
        String select = "select o.place::integer, " + COLUMNS
                + """
                 from unnest({agreements}, {days}) with ordinality as o(agreement, day, place)
                join former_bill f on f.agreement = o.agreement and f.from_day >= o.day{change}
                order by o.place, f.from_day""".replace("{change}", known.change("f"))
                        .replace(
                                "{agreements}",
                                Literals.texts(
                                        asked.stream().map(of -> of.reference).toList()))
                        .replace(
                                "{days}",
                                Literals.dates(
                                        asked.stream().map(of -> of.gapFrom).toList()));
        CopiedRows.each(connection, select, row -> {
            OpenAgreement of = asked.get((int) row.whole() - 1);
            of.former.add(new FormerBill(
                    row.text(),
                    row.text(),
                    DateRange.of(row.date(), row.date()),
                    row.date(),
                    row.numeric(),
                    row.bool() ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL,
                    Money.ofMinor(row.whole()),
                    Money.ofMinor(row.whole())));
        });
    }
}
