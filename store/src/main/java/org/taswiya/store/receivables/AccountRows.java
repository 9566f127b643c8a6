package org.taswiya.store.receivables;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What accounts owe and have to their credit.
public final class AccountRows {
    private AccountRows() {}

    /// Of one account; empty items and credits where there is no such account.
    public static AccountItems of(Database database, String account) {
        try (Connection connection = database.connect()) {
            return of(connection, List.of(account)).getOrDefault(account, none(account));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The tariffs of its agreements.
    public static List<String> tariffs(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select distinct tariff from service_agreement where account = ? order by tariff")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static AccountItems none(String account) {
        return new AccountItems(account, List.of(), List.of());
    }

    /// Of those among the accounts that are there, even if they owe nothing.
    public static Map<String, AccountItems> of(Connection connection, Collection<String> accounts) throws SQLException {
        Map<String, List<OpenItem>> items = new HashMap<>();
        Map<String, List<Credit>> credits = new HashMap<>();
        Array keys = SqlArrays.texts(connection, accounts);
        Rows.each(connection, """
                select i.account, i.kind, i.number, coalesce(p.service, '') as service, i.issued_on, i.due_on,
                       i.amount, i.open
                from open_item i
                left join service_agreement a on a.reference = i.agreement
                left join usage_point p on p.reference = a.usage_point
                where i.account = any(?)""", keys, row -> add(items, row.getString(1), item(row)));
        Rows.each(connection, DISPUTED, keys, row -> {
            List<OpenItem> of = items.get(row.getString("account"));
            if (of != null) {
                mark(of, row);
            }
        });
        Rows.each(connection, """
                select account, kind, number, arisen_on, amount, open from open_credit
                where account = any(?)""", keys, row -> add(credits, row.getString(1), credit(row)));
        Map<String, AccountItems> found = new HashMap<>();
        Rows.each(connection, "select reference from customer_account where reference = any(?)", keys, row -> {
            String account = row.getString(1);
            found.put(
                    account,
                    new AccountItems(
                            account, items.getOrDefault(account, List.of()), credits.getOrDefault(account, List.of())));
        });
        return found;
    }

    /// What nobody has decided yet, with what waits for a second person.
    private static final String DISPUTED = """
            select d.account, d.item_kind, d.item, d.amount, not exists (
                       select from arranged_item g join arrangement r on r.id = g.arrangement
                       where r.account = d.account and g.kind = d.item_kind and g.number = d.item
                           and r.change < d.change
                           and not exists (select from arrangement_end x where x.arrangement = r.id)) as is_last
            from dispute d
            left join dispute_end e on e.dispute = d.id
            where d.account = any(?) and (e.dispute is null or e.adjustment is not null and not exists (
                select from adjustment_decision a where a.adjustment = e.adjustment))""";

    private static final String BEGUN = """
            select a.reference, least(f.served, f.owed, c.made_at::date) as begun
            from customer_account a
            join change c on c.id = a.change
            cross join lateral (select
                (select min(from_day) from service_agreement s where s.account = a.reference) as served,
                (select min(issued_on) from opening_item o where o.account = a.reference) as owed) f
            where a.reference = any(?) and num_nonnulls(f.served, f.owed) > 0""";

    /// Since when those among the accounts that are served, or were handed over with something open, are anybody's:
    /// their first service, what they owed an old system before it, or the day on which they came here, whichever is
    /// first. Of others nobody knows yet.
    static Map<String, LocalDate> begun(Connection connection, Collection<String> accounts) throws SQLException {
        Map<String, LocalDate> found = new HashMap<>();
        Rows.each(
                connection,
                BEGUN,
                SqlArrays.texts(connection, accounts),
                row -> found.put(row.getString(1), Rows.date(row, "begun")));
        return found;
    }

    private static <T> void add(Map<String, List<T>> lists, String account, T one) {
        lists.computeIfAbsent(account, _ -> new ArrayList<>()).add(one);
    }

    private static void mark(List<OpenItem> items, ResultSet row) throws SQLException {
        ItemKey disputed = new ItemKey(ItemKind.ofCode(row.getString("item_kind")), row.getString("item"));
        Money amount = Money.ofMinor(row.getLong("amount"));
        boolean isLast = row.getBoolean("is_last");
        items.replaceAll(item -> item.key().equals(disputed) ? item.disputed(amount, isLast) : item);
    }

    private static OpenItem item(ResultSet row) throws SQLException {
        return new OpenItem(
                row.getString("account"),
                new ItemKey(ItemKind.ofCode(row.getString("kind")), row.getString("number")),
                row.getString("service"),
                Rows.date(row, "issued_on"),
                Rows.date(row, "due_on"),
                Money.ofMinor(row.getLong("amount")),
                Money.ofMinor(row.getLong("open")));
    }

    private static Credit credit(ResultSet row) throws SQLException {
        return new Credit(
                row.getString("account"),
                new CreditKey(CreditKind.ofCode(row.getString("kind")), row.getString("number")),
                Rows.dateOrNull(row, "arisen_on"),
                Money.ofMinor(row.getLong("amount")),
                Money.ofMinor(row.getLong("open")));
    }
}
