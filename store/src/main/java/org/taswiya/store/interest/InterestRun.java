package org.taswiya.store.interest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.interest.LateInterest;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.adjustment.AdjustmentBooks;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.BooksTransaction;

/// Charges the interest of a month that is over, some accounts at once, in the order of their numbers.
///
/// Killed at any moment, what was charged stands and the next run charges the rest: the item and the month
/// name a charge.
public final class InterestRun {
    private static final LedgerAccount INTEREST = new LedgerAccount("revenue:late-interest");
    private static final int ACCOUNTS_AT_ONCE = 500;

    private InterestRun() {}

    /// What an item was charged, or would be.
    public record Charged(String account, ItemKey item, LateInterest interest) {}

    /// @param on the day on which it is booked, after the month
    /// @param isTrial whether nothing is stored
    /// @param listener hears of each charge of a batch when the batch is in the books
    /// @throws IllegalArgumentException when the month is not over on the day
    public static void charge(
            Database database,
            InterestRules rules,
            YearMonth month,
            LocalDate on,
            Change why,
            boolean isTrial,
            Consumer<Charged> listener) {
        charge(database, rules, month, on, why, isTrial, ACCOUNTS_AT_ONCE, listener);
    }

    static void charge(
            Database database,
            InterestRules rules,
            YearMonth month,
            LocalDate on,
            Change why,
            boolean isTrial,
            int atOnce,
            Consumer<Charged> listener) {
        if (!on.isAfter(month.atEndOfMonth())) {
            throw new IllegalArgumentException(month + " is not over on " + on);
        }
        if (rules.isNone()) {
            return;
        }
        String after = "";
        do {
            String from = after;
            Batch batch = BooksTransaction.make(database, why, isTrial, (connection, change) -> {
                SortedMap<String, InterestPolicy> accounts = next(connection, rules, from, atOnce);
                List<Charged> charged = charge(connection, accounts, month, on, change);
                String last = accounts.isEmpty() ? "" : accounts.lastKey();
                return new BooksTransaction.Done<>(new Batch(charged, last), !charged.isEmpty());
            });
            batch.charged().forEach(listener);
            after = batch.last();
        } while (!after.isEmpty());
    }

    /// @param last its last account; empty where none is left
    private record Batch(List<Charged> charged, String last) {}

    private static List<Charged> charge(
            Connection connection, Map<String, InterestPolicy> accounts, YearMonth month, LocalDate on, long change)
            throws SQLException {
        List<Charged> due = new ArrayList<>();
        for (LateItems.Of late : LateItems.of(connection, List.copyOf(accounts.keySet()), month)) {
            InterestPolicy policy = Objects.requireNonNull(accounts.get(late.account()));
            LateInterest interest = LateInterest.of(policy, late.item(), month);
            if (interest.amount().signum() > 0) {
                due.add(new Charged(late.account(), late.item().key(), interest));
            }
        }
        if (due.isEmpty()) {
            return due;
        }
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        List<Charged> charged = new ArrayList<>();
        for (Charged one : due) {
            int dueDays = Objects.requireNonNull(accounts.get(one.account())).dueDays();
            if (AdjustmentBooks.give(connection, entries, adjustment(one, month), INTEREST, on, dueDays, change)) {
                charged.add(one);
            }
        }
        entries.send(connection);
        return charged;
    }

    private static Adjustment adjustment(Charged one, YearMonth month) {
        ItemKey item = one.item();
        return new Adjustment(
                one.account(),
                "interest/" + one.account() + "/" + item.kind().code() + "/" + item.number() + "/" + month,
                item,
                one.interest().amount(),
                AdjustmentReason.LATE_INTEREST,
                "interest of " + month + ": " + one.interest().days() + " days of " + item);
    }

    /// Accounts of the classes that are charged, with their policies.
    private static SortedMap<String, InterestPolicy> next(
            Connection connection, InterestRules rules, String after, int most) throws SQLException {
        SortedMap<String, InterestPolicy> accounts = new TreeMap<>();
        List<String> classes =
                rules.byClass().keySet().stream().map(CustomerClass::code).toList();
        try (PreparedStatement query = connection.prepareStatement("""
                select k.reference, c.class from customer_account k join customer c on c.reference = k.customer
                where k.reference > ? and c.class::text = any(?) order by k.reference limit ?""")) {
            query.setString(1, after);
            query.setArray(2, SqlArrays.texts(connection, classes));
            query.setInt(3, most);
            Rows.each(
                    query,
                    row -> accounts.put(
                            row.getString(1),
                            rules.of(CustomerClass.ofCode(row.getString(2))).orElseThrow()));
        }
        return accounts;
    }
}
