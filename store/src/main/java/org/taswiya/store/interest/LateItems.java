package org.taswiya.store.interest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.arrangement.SettledItems;
import org.taswiya.core.arrangement.SettledItems.Booked;
import org.taswiya.core.interest.LateItem;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What accounts had due and unsettled in a month: items that stand and were due before its end, those that were
/// settled before it left out. Fees and interest are none of them.
final class LateItems {
    private static final String ITEMS = """
            with due as (
                select a.account, 'bill'::item_kind as kind, bill_number(b.serial) as number, b.billed_on as issued_on,
                       b.due_on, b.net + b.tax as amount
                from service_agreement a join bill b on b.agreement = a.reference and b.account = a.account
                where a.account = any(?) and b.due_on < ? and b.net + b.tax > 0
                    and not exists (select from cancellation c where c.bill = b.serial)
                union all
                select d.account, d.kind, d.number, d.issued_on, d.due_on, d.amount from owed_document d
                where d.account = any(?) and d.due_on < ? and d.kind not in ('bill', 'refund')
                    and not exists (
                        select from adjustment j
                        where j.account = d.account and d.kind = adjustment_item()
                            and adjustment_number(j.id) = d.number and j.reason in ('dunning-fee', 'late-interest'))
                    and not exists (
                        select from connection_charge c
                        where c.account = d.account and d.kind = connection_item()
                            and connection_number(c.application) = d.number and not exists (
                                select from connection_step s
                                where s.application = c.application and s.step = 'order')))
            select d.* from due d
            where exists (select from open_item i
                          where i.account = d.account and i.kind = d.kind and i.number = d.number)
                or exists (select from allocation l join journal_entry e on e.id = l.entry
                           where l.account = d.account and l.item_kind = d.kind and l.item = d.number
                               and e.booked_on >= ?)
            """;

    private LateItems() {}

    /// An item with its account.
    record Of(String account, LateItem item) {}

    /// In the order of accounts, due days, kinds and numbers.
    static List<Of> of(Connection connection, List<String> accounts, YearMonth month) throws SQLException {
        List<OpenItem> items = items(connection, accounts, month);
        if (items.isEmpty()) {
            return List.of();
        }
        StoppedDays stopped = StoppedDays.of(connection, accounts, month);
        Map<String, Map<ItemKey, List<Booked>>> history = history(connection, accounts);
        List<Of> late = new ArrayList<>();
        for (OpenItem item : items) {
            List<Booked> booked = history.getOrDefault(item.account(), Map.of()).getOrDefault(item.key(), List.of());
            late.add(new Of(
                    item.account(),
                    new LateItem(
                            item.key(), item.amount(), item.dueOn(), SettledItems.since(booked, 0), stopped.of(item))));
        }
        return late;
    }

    private static List<OpenItem> items(Connection connection, List<String> accounts, YearMonth month)
            throws SQLException {
        LocalDate end = month.plusMonths(1).atDay(1);
        try (PreparedStatement query = connection.prepareStatement(ITEMS)) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            query.setObject(2, end);
            query.setArray(3, SqlArrays.texts(connection, accounts));
            query.setObject(4, end);
            query.setObject(5, month.atDay(1));
            List<OpenItem> items = new ArrayList<>(Rows.list(query, LateItems::item));
            items.sort(Comparator.comparing(OpenItem::account)
                    .thenComparing(OpenItem::dueOn)
                    .thenComparing(item -> item.key().kind())
                    .thenComparing(item -> item.key().number()));
            return items;
        }
    }

    /// All of it counts as open here: what was settled when is found from its allocations.
    private static OpenItem item(ResultSet row) throws SQLException {
        Money amount = Money.ofMinor(row.getLong("amount"));
        return new OpenItem(
                row.getString("account"),
                new ItemKey(ItemKind.ofCode(row.getString("kind")), row.getString("number")),
                "",
                Rows.date(row, "issued_on"),
                Rows.date(row, "due_on"),
                amount,
                amount);
    }

    private static Map<String, Map<ItemKey, List<Booked>>> history(Connection connection, List<String> accounts)
            throws SQLException {
        Map<String, Map<ItemKey, List<Booked>>> history = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select l.account, l.item_kind, l.item, l.entry, e.booked_on, l.credit_kind, l.credit, l.amount
                from allocation l join journal_entry e on e.id = l.entry
                where l.account = any(?) order by l.entry, l.ordinal""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Rows.each(query, row -> {
                ItemKey key = new ItemKey(ItemKind.ofCode(row.getString("item_kind")), row.getString("item"));
                CreditKey from =
                        new CreditKey(CreditKind.ofCode(row.getString("credit_kind")), row.getString("credit"));
                Allocation allocation =
                        new Allocation(from, key, Money.ofMinor(row.getLong("amount")), Money.ZERO, false);
                history.computeIfAbsent(row.getString("account"), _ -> new HashMap<>())
                        .computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new Booked(row.getLong("entry"), Rows.date(row, "booked_on"), allocation));
            });
        }
        return history;
    }
}
