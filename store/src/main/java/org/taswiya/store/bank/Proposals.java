package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.bank.NameLikeness;
import org.taswiya.core.bank.Proposal;
import org.taswiya.core.bank.Proposal.Evidence;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Whose transactions may be: for many at once, as the books are now.
///
/// Names are compared only among the accounts for which something else speaks, or which have the amount open beside
/// others: no name by itself says that a payment is somebody's.
final class Proposals {
    /// Accounts that have an amount open beside each other, of which a name may choose.
    private static final int SAME_AMOUNT_MOST = 50;

    private final Connection connection;
    private final List<WaitingTransaction> waiting;
    private final Map<Money, Set<String>> byAmount = new HashMap<>();
    private final Map<String, Set<String>> byPayer = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();

    private Proposals(Connection connection, List<WaitingTransaction> waiting) {
        this.connection = connection;
        this.waiting = waiting;
    }

    static List<WaitingTransaction> added(Connection connection, List<WaitingTransaction> waiting) throws SQLException {
        return new Proposals(connection, waiting).added();
    }

    private List<WaitingTransaction> added() throws SQLException {
        loadAmounts();
        loadPayers();
        List<WaitingTransaction> with = new ArrayList<>();
        for (WaitingTransaction one : waiting) {
            Map<String, Set<Evidence>> found = one.transaction().amount().signum() > 0 ? evidence(one) : Map.of();
            with.add(new WaitingTransaction(
                    one.id(), one.bank(), one.reference(), one.bookedOn(), one.transaction(), Proposal.ranked(found)));
        }
        return with;
    }

    private Map<String, Set<Evidence>> evidence(WaitingTransaction one) throws SQLException {
        BankTransaction transaction = one.transaction();
        Map<String, Set<Evidence>> found = new TreeMap<>();
        Meanings meanings = new Meanings(connection, one.bank(), List.of(transaction.remittance()));
        add(found, meanings.named(transaction.remittance()), Evidence.NAMED);
        add(found, byPayer.getOrDefault(transaction.partyAccount(), Set.of()), Evidence.SAME_PAYER);
        Set<String> sameAmount = byAmount.getOrDefault(transaction.amount(), Set.of());
        if (sameAmount.size() == 1) {
            add(found, sameAmount, Evidence.SAME_AMOUNT);
        }
        Set<String> candidates = new HashSet<>(found.keySet());
        if (sameAmount.size() <= SAME_AMOUNT_MOST) {
            candidates.addAll(sameAmount);
        }
        loadNames(candidates);
        for (String account : candidates) {
            if (names.getOrDefault(account, List.of()).stream()
                    .anyMatch(name -> NameLikeness.isLike(name, transaction.party()))) {
                add(found, Set.of(account), Evidence.SIMILAR_NAME);
            }
        }
        return found;
    }

    private static void add(Map<String, Set<Evidence>> found, Set<String> accounts, Evidence evidence) {
        for (String account : accounts) {
            found.computeIfAbsent(account, _ -> EnumSet.noneOf(Evidence.class)).add(evidence);
        }
    }

    private void loadAmounts() throws SQLException {
        List<Long> amounts = waiting.stream()
                .map(one -> one.transaction().amount().minorUnits())
                .filter(amount -> amount > 0)
                .distinct()
                .toList();
        Rows.each(
                connection,
                "select open, account from open_item where open = any(?)",
                SqlArrays.numbers(connection, amounts),
                row -> byAmount.computeIfAbsent(Money.ofMinor(row.getLong(1)), _ -> new HashSet<>())
                        .add(row.getString(2)));
    }

    /// Whose the earlier payments from the same account were.
    private void loadPayers() throws SQLException {
        List<String> payers = waiting.stream()
                .map(one -> one.transaction().partyAccount())
                .filter(payer -> !payer.isEmpty())
                .distinct()
                .toList();
        try (PreparedStatement query = connection.prepareStatement("""
                select t.party_account, p.account from bank_transaction t join payment p on p.serial = t.payment
                where t.party_account = any(?) and t.payment is not null and t.outcome in ('payment', 'collection')
                union
                select t.party_account, p.account from bank_decision d
                join bank_transaction t on t.id = d.transaction join payment p on p.serial = d.payment
                where t.party_account = any(?) and d.kind = 'assigned'""")) {
            query.setArray(1, SqlArrays.texts(connection, payers));
            query.setArray(2, SqlArrays.texts(connection, payers));
            Rows.each(
                    query,
                    row -> byPayer.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                            .add(row.getString(2)));
        }
    }

    private void loadNames(Set<String> accounts) throws SQLException {
        List<String> unknown =
                accounts.stream().filter(one -> !names.containsKey(one)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, c.latin_name, c.arabic_name
                from customer_account a join customer c on c.reference = a.customer
                where a.reference = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, unknown));
            Rows.each(query, row -> names.put(row.getString(1), List.of(row.getString(2), row.getString(3))));
        }
    }
}
