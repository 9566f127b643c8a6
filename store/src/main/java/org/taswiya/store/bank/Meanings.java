package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.bank.NamedInText;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Finds out what transactions are: by what we have called them ourselves, by what they return, by whom they name.
/// Accounts and bills that texts name are looked up for many at once, the rest one by one, as the books are at that
/// moment.
final class Meanings {
    private final Connection connection;
    private final String bank;
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<BillNumber, String> bills = new HashMap<>();

    Meanings(Connection connection, String bank, Collection<String> texts) throws SQLException {
        this.connection = connection;
        this.bank = bank;
        Set<String> named = new HashSet<>();
        Set<BillNumber> namedBills = new HashSet<>();
        for (String text : texts) {
            NamedInText found = NamedInText.of(text);
            named.addAll(found.accounts());
            namedBills.addAll(found.bills());
        }
        each("select reference from customer_account where reference = any(?)", named, row -> accounts.put(row, row));
        loadBills(namedBills);
    }

    private interface Use {
        void of(String text);
    }

    private void each(String sql, Collection<String> values, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, SqlArrays.texts(connection, values));
            Rows.each(query, row -> use.of(row.getString(1)));
        }
    }

    private void loadBills(Set<BillNumber> named) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select serial, account from bill where serial = any(?)")) {
            query.setArray(
                    1,
                    SqlArrays.numbers(
                            connection, named.stream().map(BillNumber::serial).toList()));
            Rows.each(query, row -> bills.put(new BillNumber(row.getLong(1)), row.getString(2)));
        }
    }

    /// Those accounts that exist and that a text names, itself or by a bill.
    Set<String> named(String text) {
        NamedInText found = NamedInText.of(text);
        Set<String> named = new LinkedHashSet<>();
        found.bills().stream()
                .map(bills::get)
                .filter(account -> account != null)
                .forEach(named::add);
        found.accounts().stream().filter(accounts::containsKey).forEach(named::add);
        return named;
    }

    /// Where a bank books one of our files as one amount: what the file holds, if all of it is still to come and sums
    /// to the amount. The transaction itself otherwise.
    List<BankTransaction> apart(BankTransaction whole) throws SQLException {
        if (whole.order().isEmpty() || !whole.endToEnd().isEmpty() || whole.isReturn()) {
            return List.of(whole);
        }
        List<BankTransaction> parts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select e.name, e.amount from bank_order o cross join lateral (
                    select c.end_to_end as name, c.amount from collection c where c.bank_order = o.id
                    union all
                    select refund_number(r.id), -r.amount from refund_sent s join refund r on r.id = s.refund
                    where s.bank_order = o.id) e
                where o.name = ? and o.bank = ? order by 1""")) {
            query.setString(1, whole.order());
            query.setString(2, bank);
            Rows.each(
                    query,
                    row -> parts.add(new BankTransaction(
                            Money.ofMinor(row.getLong(2)), row.getString(1), whole.order(), "", "", "", "")));
        }
        Money sum = parts.stream().map(BankTransaction::amount).reduce(Money.ZERO, Money::plus);
        return !parts.isEmpty() && sum.equals(whole.amount()) ? parts : List.of(whole);
    }

    Meaning of(ToldEntry told, int part, BankTransaction transaction) throws SQLException {
        String name = transaction.endToEnd();
        if (!name.isEmpty()) {
            Optional<Meaning> own = collection(told, transaction);
            own = own.isPresent() ? own : refund(transaction);
            if (own.isPresent()) {
                return own.get();
            }
        }
        if (transaction.amount().signum() < 0) {
            return transaction.isReturn() || told.entry().isReversal() ? returned(transaction) : new Meaning.Waits();
        }
        return transaction.isReturn() || told.entry().isReversal()
                ? new Meaning.Waits()
                : transfer(told, part, transaction);
    }

    private Meaning transfer(ToldEntry told, int part, BankTransaction transaction) {
        Set<String> named = named(transaction.remittance());
        if (named.size() != 1) {
            return new Meaning.Waits();
        }
        List<ItemKey> items = NamedInText.of(transaction.remittance()).bills().stream()
                .filter(bills::containsKey)
                .map(bill -> ItemKey.bill(bill.toString()))
                .toList();
        return new Meaning.Pays(
                new Payment(
                        named.iterator().next(),
                        transaction.amount(),
                        told.entry().bookedOn(),
                        Means.TRANSFER,
                        bank,
                        new Payment.Key(bank, told.name(part)),
                        items),
                null);
    }

    /// Of a direct debit of ours: collected, or come back.
    private Optional<Meaning> collection(ToldEntry told, BankTransaction transaction) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.account, c.kind, c.number, c.amount,
                       exists (select from collection_outcome o where o.end_to_end = c.end_to_end) as is_ended,
                       (select t.payment from bank_transaction t
                        where t.end_to_end = c.end_to_end and t.outcome = 'collection'
                            and not exists (select from payment_reversal r where r.payment = t.payment)) as payment
                from collection c join bank_order o on o.id = c.bank_order
                where c.end_to_end = ? and o.bank = ?""")) {
            query.setString(1, transaction.endToEnd());
            query.setString(2, bank);
            return Rows.list(query, row -> {
                        long payment = row.getLong("payment");
                        Money amount = Money.ofMinor(row.getLong("amount"));
                        if (transaction.amount().equals(amount) && !row.getBoolean("is_ended")) {
                            ItemKey item = new ItemKey(ItemKind.ofCode(row.getString("kind")), row.getString("number"));
                            return collected(told, transaction, row.getString("account"), item);
                        }
                        return transaction.amount().equals(amount.negated()) && payment > 0
                                ? new Meaning.Reverses(new ReceiptNumber(payment), transaction.endToEnd())
                                : new Meaning.Waits();
                    })
                    .stream()
                    .findFirst();
        }
    }

    private Meaning collected(ToldEntry told, BankTransaction transaction, String account, ItemKey item) {
        return new Meaning.Pays(
                new Payment(
                        account,
                        transaction.amount(),
                        told.entry().bookedOn(),
                        Means.DIRECT_DEBIT,
                        bank,
                        new Payment.Key(bank, transaction.endToEnd()),
                        List.of(item)),
                transaction.endToEnd());
    }

    /// Of a refund of ours: gone, or come back. One that was no account's waits when it comes back.
    private Optional<Meaning> refund(BankTransaction transaction) throws SQLException {
        RefundRows.Found found = RefundRows.sent(connection, StoredRefund.idOf(transaction.endToEnd()), bank);
        if (found == null) {
            return Optional.empty();
        }
        Money amount = found.refund().amount();
        if (transaction.amount().equals(amount.negated()) && !found.isPaid() && !found.isBack()) {
            return Optional.of(new Meaning.Refunds(found.refund(), true));
        }
        boolean isBack = transaction.amount().equals(amount)
                && found.isPaid()
                && !found.isBack()
                && found.refund().account() != null;
        return Optional.of(isBack ? new Meaning.Refunds(found.refund(), false) : new Meaning.Waits());
    }

    /// Of another's transfer: the payment that came under the same name and amount and stands, if there is one alone.
    private Meaning returned(BankTransaction transaction) throws SQLException {
        if (transaction.endToEnd().isEmpty()) {
            return new Meaning.Waits();
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select t.payment from bank_transaction t join bank_entry e on e.id = t.entry
                where t.end_to_end = ? and t.amount = ? and t.outcome = 'payment' and e.bank = ?
                    and not exists (select from payment_reversal r where r.payment = t.payment)""")) {
            query.setString(1, transaction.endToEnd());
            query.setLong(2, transaction.amount().negated().minorUnits());
            query.setString(3, bank);
            List<Long> payments = Rows.list(query, row -> row.getLong(1));
            return payments.size() == 1
                    ? new Meaning.Reverses(new ReceiptNumber(payments.getFirst()), null)
                    : new Meaning.Waits();
        }
    }
}
