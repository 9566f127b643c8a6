package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Lack;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositInterest;
import org.taswiya.core.receivables.DepositInterest.Part;
import org.taswiya.core.receivables.DepositPosting;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.population.AccountClasses;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.CreditUses;

/// Deposits: claimed when an agreement begins, given back when it has ended and its final bill is there.
public final class Deposits {
    private static final String SELECT = """
            select deposit_number(d.id) as number, d.agreement, d.account, d.amount, d.claimed_on, d.due_on,
                   coalesce(r.paid, (select sum(a.amount)::bigint from allocation a
                                     where a.account = d.account and a.item_kind = 'deposit'
                                         and a.item = deposit_number(d.id)), 0) as paid,
                   coalesce((select i.open from open_item i
                             where i.account = d.account and i.kind = 'deposit'
                                 and i.number = deposit_number(d.id)), 0) as open,
                   r.returned_on, r.interest, r.found
            from deposit d left join deposit_return r on r.deposit = d.id
            where {which} order by d.id""";

    /// Of an agreement that has ended on a day or before, and has its final bill.
    private static final String DUE_BACK = """
            r.deposit is null and exists (
                select from service_agreement g where g.reference = d.agreement and g.to_day <= ?)""";

    private Deposits() {}

    /// What became of deposits that were to be given back.
    ///
    /// @param returned as they are now
    /// @param waiting whose final bill is not there yet, as they are
    /// @param settled of what their accounts owed, with the credits that came of it
    public record Returned(List<StoredDeposit> returned, List<StoredDeposit> waiting, Money settled) {
        public Returned {
            returned = List.copyOf(returned);
            waiting = List.copyOf(waiting);
        }
    }

    /// Those of an account, or all.
    public static List<StoredDeposit> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return account == null ? list(connection, "true", null) : list(connection, "d.account = ?", account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// That of an agreement.
    static Optional<StoredDeposit> of(Connection connection, String agreement) throws SQLException {
        return list(connection, "d.agreement = ?", agreement).stream().findFirst();
    }

    /// Claims what the rules ask of the class of an account's customer for a service; nothing where they ask for none.
    static void claim(
            Connection connection,
            String agreement,
            String account,
            String service,
            LocalDate on,
            DepositRules rules,
            long change)
            throws SQLException {
        Optional<Money> asked =
                rules.amount(AccountClasses.of(connection, account).orElseThrow(), service);
        if (asked.isEmpty()) {
            return;
        }
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into deposit
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from deposit returning deposit_number(id)""")) {
            insert.setString(1, agreement);
            insert.setString(2, account);
            insert.setLong(3, asked.get().minorUnits());
            insert.setObject(4, on);
            insert.setObject(5, on.plusDays(rules.dueDays()));
            insert.setLong(6, change);
            String number = Rows.list(insert, row -> row.getString(1)).getFirst();
            entries.add(DepositPosting.claimed(number, on, account, asked.get()));
        }
        entries.send(connection);
    }

    /// Gives back the deposits of all agreements that have ended and have their final bill, each in a transaction of
    /// its own: killed at any moment, the next call does the rest. What comes of it settles what the account owes.
    ///
    /// @param on the day to which interest is reckoned
    public static Returned giveBack(Database database, LocalDate on, DepositRules rules, Change why, boolean isTrial) {
        List<String> missing = ClosedCheck.check(database, on, 0).missing().stream()
                .filter(one -> one.lack() == Lack.FINAL_BILL)
                .map(one -> String.valueOf(one.agreement()))
                .toList();
        Returned all = new Returned(List.of(), List.of(), Money.ZERO);
        for (StoredDeposit deposit : dueBack(database, on)) {
            Returned one = missing.contains(deposit.agreement())
                    ? new Returned(List.of(), List.of(deposit), Money.ZERO)
                    : giveBack(database, deposit, on, rules, why, isTrial);
            all = new Returned(
                    joined(all.returned(), one.returned()),
                    joined(all.waiting(), one.waiting()),
                    all.settled().plus(one.settled()));
        }
        return all;
    }

    private static List<StoredDeposit> joined(List<StoredDeposit> some, List<StoredDeposit> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Returned giveBack(
            Database database, StoredDeposit deposit, LocalDate on, DepositRules rules, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            EntryRows entries = new EntryRows();
            entries.begin(connection); // no payment comes between what was paid and what is given back
            boolean isHeld = list(connection, "r.deposit is null and d.agreement = ?", deposit.agreement())
                            .size()
                    == 1;
            if (!isHeld) {
                return new BooksTransaction.Done<>(new Returned(List.of(), List.of(), Money.ZERO), false);
            }
            DepositInterest what = DepositInterest.of(parts(connection, deposit), on, rules);
            insert(connection, deposit, on, what, change);
            entries.add(DepositPosting.returned(deposit.number(), on, deposit.account(), deposit.amount(), what));
            entries.send(connection);
            Money settled = CreditUses.ofAccount(connection, change, deposit.account(), on);
            List<StoredDeposit> now = list(connection, "d.agreement = ?", deposit.agreement());
            return new BooksTransaction.Done<>(new Returned(now, List.of(), settled), true);
        });
    }

    private static void insert(
            Connection connection, StoredDeposit deposit, LocalDate on, DepositInterest what, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into deposit_return select id, ?, ?, ?, ?, ? from deposit where agreement = ?""")) {
            insert.setObject(1, on);
            insert.setLong(2, what.paid().minorUnits());
            insert.setLong(3, what.interest().minorUnits());
            insert.setString(4, what.found());
            insert.setLong(5, change);
            insert.setString(6, deposit.agreement());
            insert.executeUpdate();
        }
    }

    /// Allocations to the deposit, each on the day on which it was booked.
    private static List<Part> parts(Connection connection, StoredDeposit deposit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.booked_on, a.amount from allocation a join journal_entry e on e.id = a.entry
                where a.account = ? and a.item_kind = 'deposit' and a.item = ? order by a.entry, a.ordinal""")) {
            query.setString(1, deposit.account());
            query.setString(2, deposit.number());
            return Rows.list(query, row -> new Part(Rows.date(row, "booked_on"), Money.ofMinor(row.getLong(2))));
        }
    }

    private static List<StoredDeposit> dueBack(Database database, LocalDate on) {
        try (Connection connection = database.connect()) {
            return list(connection, DUE_BACK, on);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<StoredDeposit> list(Connection connection, String which, @Nullable Object value)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT.replace("{which}", which))) {
            if (value != null) {
                query.setObject(1, value);
            }
            return Rows.list(query, Deposits::row);
        }
    }

    private static StoredDeposit row(ResultSet row) throws SQLException {
        LocalDate back = Rows.dateOrNull(row, "returned_on");
        return new StoredDeposit(
                row.getString("number"),
                row.getString("agreement"),
                row.getString("account"),
                Money.ofMinor(row.getLong("amount")),
                Rows.date(row, "claimed_on"),
                Rows.date(row, "due_on"),
                Money.ofMinor(row.getLong("paid")),
                Money.ofMinor(row.getLong("open")),
                back == null
                        ? null
                        : new StoredDeposit.Back(back, Money.ofMinor(row.getLong("interest")), row.getString("found")));
    }
}
