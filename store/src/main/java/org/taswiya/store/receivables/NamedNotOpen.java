package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.store.Rows;

/// Why items that somebody named are not open for the account: a payer, or who disputes them.
public final class NamedNotOpen {
    private final Connection connection;
    private final String account;

    public NamedNotOpen(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    /// Of those named that are not open.
    Map<ItemKey, PaymentReason> reasons(List<ItemKey> named, AccountItems open) throws SQLException {
        Map<ItemKey, PaymentReason> reasons = new HashMap<>();
        for (ItemKey key : named) {
            if (open.item(key).isEmpty()) {
                reasons.put(key, reason(key));
            }
        }
        return reasons;
    }

    /// Of one that is not open.
    public PaymentReason reason(ItemKey key) throws SQLException {
        return switch (key.kind()) {
            case BILL -> reason("""
                    select b.account <> ?, exists (select from cancellation c where c.bill = b.serial)
                    from bill b where b.serial = ?::bigint""", serial(key.number()));
            case OPENING -> reason("""
                    select false, exists (
                        select from opening_item_taken_back t
                        where t.account = o.account and t.reference = o.reference)
                    from opening_item o where o.account = ? and o.reference = ?""", key.number());
            case ADJUSTMENT -> reason("""
                    select a.account <> ?, exists (select from adjustment_reversal r where r.adjustment = a.id)
                    from adjustment a where adjustment_number(a.id) = ? and a.amount > 0""", key.number());
            case DEPOSIT -> reason("""
                    select d.account <> ?, exists (select from deposit_return r where r.deposit = d.id and r.paid = 0)
                    from deposit d where deposit_number(d.id) = ?""", key.number());
            case CONNECTION -> reason("""
                    select c.account <> ?, exists (
                        select from connection_charge_taken_back t where t.application = c.application)
                    from connection_charge c where connection_number(c.application) = ?""", key.number());
            case REFUND -> PaymentReason.ALREADY_CLOSED; // it never is open for longer than its own transaction
        };
    }

    /// Zero where the letters do not fit: no bill has it.
    private static String serial(String number) {
        return BillNumber.parse(number)
                .map(bill -> Long.toString(bill.serial()))
                .orElse("0");
    }

    private PaymentReason reason(String sql, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, account);
            query.setString(2, value);
            return Rows.list(
                            query,
                            row -> row.getBoolean(1)
                                    ? PaymentReason.OTHER_ACCOUNTS_ITEM
                                    : row.getBoolean(2) ? PaymentReason.CANCELLED_ITEM : PaymentReason.ALREADY_CLOSED)
                    .stream()
                    .findFirst()
                    .orElse(PaymentReason.UNKNOWN_ITEM);
        }
    }
}
