package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The bills of one account in one run, which go out with one notice.
///
/// @param bills in the order of their numbers, cancelled ones too; at least one
/// @param arrears what is open from before now, shown apart
public record AccountBills(String account, long run, List<AccountBill> bills, Money arrears) {

    public AccountBills {
        bills = List.copyOf(bills);
    }

    /// What the books say of a bill beside the bill itself.
    public record AccountBill(BillNumber number, String service, String tariff) {}

    /// @param run null for the last one that billed the account
    /// @return nothing when there is no such account, or it has no bill there
    public static Optional<AccountBills> of(Database database, String account, @Nullable Long run) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select b.serial, b.run, p.service, a.tariff
                from service_agreement a
                join bill b on b.agreement = a.reference and b.account = a.account
                join usage_point p on p.reference = a.usage_point
                where a.account = ? and b.run = coalesce(?, (
                    select max(l.run) from service_agreement o join bill l on l.agreement = o.reference
                    where o.account = a.account))
                order by b.serial""")) {
            query.setString(1, account);
            query.setObject(2, run, Types.BIGINT);
            List<Long> runs = new ArrayList<>();
            List<AccountBill> bills = Rows.list(query, row -> {
                runs.add(row.getLong("run"));
                return new AccountBill(
                        new BillNumber(row.getLong("serial")), row.getString("service"), row.getString("tariff"));
            });
            if (bills.isEmpty()) {
                return Optional.empty();
            }
            long shown = runs.getFirst();
            return Optional.of(new AccountBills(account, shown, bills, Arrears.beside(connection, account, shown)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
