package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.AccountRows;

/// What its holder may know of an account at a glance: what is open, and its bills.
///
/// @param owed all that is open, not negative
/// @param credit what the account has to its credit, not negative; not yet taken off
/// @param bills the newest first, cancelled ones too
public record AccountStatement(String account, Money owed, Money credit, List<StatedBill> bills) {
    public AccountStatement {
        bills = List.copyOf(bills);
    }

    /// A bill in a list.
    ///
    /// @param total as billed; negative for a credit
    /// @param open what of it is still to be paid
    /// @param isEstimated whether it rests on an estimate
    public record StatedBill(
            BillNumber number,
            String service,
            LocalDate billedOn,
            LocalDate dueOn,
            Money total,
            Money open,
            boolean isEstimated,
            boolean isCancelled) {

        /// Of a bill `b` and its usage point `p`; the agreement's `a` is not asked.
        static final String COLUMNS = """
                b.serial, p.service, b.billed_on, b.due_on, b.total, b.basis = 'estimate' as estimated,
                coalesce((select i.open from open_item i
                          where i.account = b.account and i.kind = 'bill'
                              and substr(i.number, 1, 10)::bigint = b.serial), 0) as open,
                exists (select from cancellation x where x.bill = b.serial) as cancelled""";

        static StatedBill of(ResultSet row) throws SQLException {
            return new StatedBill(
                    new BillNumber(row.getLong("serial")),
                    row.getString("service"),
                    row.getObject("billed_on", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    Money.ofMinor(row.getLong("total")),
                    Money.ofMinor(row.getLong("open")),
                    row.getBoolean("estimated"),
                    row.getBoolean("cancelled"));
        }
    }

    /// What is still to be paid after the credit was used; never negative.
    public Money due() {
        Money rest = owed.minus(credit);
        return rest.signum() < 0 ? Money.ZERO : rest;
    }

    /// When the first of its open bills falls due, or fell due.
    public Optional<LocalDate> firstDueOn() {
        return bills.stream()
                .filter(bill -> bill.open().signum() > 0)
                .map(StatedBill::dueOn)
                .min(Comparator.naturalOrder());
    }

    /// Of those accounts that are there, in their order.
    public static List<AccountStatement> of(Database database, List<String> accounts) {
        try (Connection connection = database.connect()) {
            Map<String, AccountItems> items = AccountRows.of(connection, accounts);
            Map<String, List<StatedBill>> bills = bills(connection, accounts);
            return accounts.stream()
                    .flatMap(account -> Optional.ofNullable(items.get(account)).stream())
                    .map(found -> of(found, bills.getOrDefault(found.account(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static AccountStatement of(AccountItems items, List<StatedBill> bills) {
        return new AccountStatement(
                items.account(),
                items.items().stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus),
                items.credits().stream().map(Credit::left).reduce(Money.ZERO, Money::plus),
                bills);
    }

    private static Map<String, List<StatedBill>> bills(Connection connection, List<String> accounts)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select b.account, " + StatedBill.COLUMNS + """

                from service_agreement a
                join bill b on b.agreement = a.reference and b.account = a.account
                join usage_point p on p.reference = a.usage_point
                where a.account = any(?) order by b.billed_on desc, b.serial desc""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Map<String, List<StatedBill>> found = new LinkedHashMap<>();
            Rows.each(
                    query,
                    row -> found.computeIfAbsent(row.getString("account"), _ -> new ArrayList<>())
                            .add(StatedBill.of(row)));
            return found;
        }
    }
}
