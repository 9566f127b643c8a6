package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankPosting;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bank.BankChange.Refusal;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.AccountRows;

/// Refunds: asked for, approved by somebody, sent with a file, told of by a statement.
///
/// An account's credit is taken when its refund is approved. Until then it may settle what comes; only what is the
/// customer's and not owed can go back.
public final class Refunds {
    private static final String STATE = """
            case when exists (select from refund_outcome o where o.refund = r.id and not o.is_paid) then 'back'
                 when exists (select from refund_outcome o where o.refund = r.id) then 'paid'
                 when exists (select from refund_sent s where s.refund = r.id) then 'sent'
                 else (select case when d.is_approved then 'approved' else 'refused' end
                       from refund_decision d where d.refund = r.id)
            end""";
    private static final String SELECT = "select r.*, c.author, coalesce(" + STATE
            + ", 'asked') as state from refund r join change c on c.id = r.change ";

    private Refunds() {}

    /// A refund and how far it is.
    public record Listed(StoredRefund refund, RefundState state) {}

    /// What somebody asks for.
    ///
    /// @param amount null for all that is free
    /// @param number null for the account of the customer's mandate
    /// @param payee null for the customer's name
    /// @param isAnother whether it is meant though one of the same amount waits already
    public record Asked(
            String account,
            @Nullable Money amount,
            String bank,
            @Nullable BankAccountNumber number,
            @Nullable String payee,
            boolean isAnother) {}

    /// The last ones first.
    public static List<Listed> list(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SELECT + "order by r.id desc limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, Refunds::listed);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                RefundRows.refund(row),
                RefundState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    /// Asks for a credit to be sent back.
    public static DecisionAnswer ask(Database database, Asked asked, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            requireBank(connection, asked.bank());
            Money free = free(connection, asked.account());
            Money amount = asked.amount() == null ? free : asked.amount();
            if (amount.signum() <= 0 || amount.compareTo(free) > 0) {
                return new DecisionAnswer.Refused(
                        DecisionReason.MORE_THAN_FREE_CREDIT,
                        "found " + amount + ", and " + free + " of account " + asked.account()
                                + " is credit that nothing is owed against");
            }
            if (!asked.isAnother()) {
                requireFirst(connection, asked.account(), amount);
            }
            BankAccountNumber number = asked.number() != null
                    ? asked.number()
                    : Mandates.numberOf(connection, asked.account()).orElseThrow(() -> noNumber(asked.account()));
            String payee = asked.payee() != null ? asked.payee() : customer(connection, asked.account());
            return insert(connection, asked.account(), 0, amount, asked.bank(), number, payee, change);
        });
    }

    /// Asks for money that nobody could assign to be sent back to where it came from.
    public static DecisionAnswer askReturn(Database database, long transaction, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            WaitingTransaction waiting = BankDecisions.waiting(connection, transaction, 1);
            requireNoReturn(connection, transaction);
            requireBank(connection, waiting.bank());
            BankAccountNumber number = BankAccountNumber.parse(
                            waiting.transaction().partyAccount())
                    .orElseThrow(() -> new Refusal(
                            DecisionReason.NO_IBAN,
                            "the bank has told no IBAN of who sent transaction " + transaction
                                    + "; ask the bank to send it back"));
            String party = waiting.transaction().party();
            Money amount = waiting.transaction().amount();
            return insert(
                    connection,
                    null,
                    transaction,
                    amount,
                    waiting.bank(),
                    number,
                    party.isEmpty() ? "-" : party,
                    change);
        });
    }

    /// Two of the same amount that have not gone are one that was asked for twice, unless somebody says otherwise.
    private static void requireFirst(Connection connection, String account, Money amount) throws SQLException {
        String where = """
                where r.account = ? and r.amount = ?
                    and not exists (select from refund_sent s where s.refund = r.id)
                    and not exists (select from refund_decision d where d.refund = r.id and not d.is_approved)
                order by r.id limit 1""";
        try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
            query.setString(1, account);
            query.setLong(2, amount.minorUnits());
            for (Listed first : Rows.list(query, Refunds::listed)) {
                throw new Refusal(
                        DecisionReason.ALREADY_ASKED,
                        first.refund().name() + " of " + amount + " to account " + account + " is "
                                + first.state().code() + " and has not gone; --another asks for one more all the same");
            }
        }
    }

    private static void requireNoReturn(Connection connection, long transaction) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + """
                where r.returns = ? and not exists (select from refund_decision d where d.refund = r.id)
                order by r.id limit 1""")) {
            query.setLong(1, transaction);
            for (Listed first : Rows.list(query, Refunds::listed)) {
                throw new Refusal(
                        DecisionReason.ALREADY_ASKED,
                        first.refund().name() + " sends transaction " + transaction + " back, and waits for approval");
            }
        }
    }

    private static Refusal noNumber(String account) {
        return new Refusal(
                DecisionReason.NO_IBAN, "account " + account + " has no mandate; say with --to where the money goes");
    }

    private static DecisionAnswer insert(
            Connection connection,
            @Nullable String account,
            long returns,
            Money amount,
            String bank,
            BankAccountNumber number,
            String payee,
            long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into refund
                select coalesce(max(id), 0) + 1, ?, nullif(?, 0), ?, ?, ?, ?, ? from refund returning id""")) {
            insert.setString(1, account);
            insert.setLong(2, returns);
            insert.setLong(3, amount.minorUnits());
            insert.setString(4, bank);
            insert.setString(5, number.iban());
            insert.setString(6, payee);
            insert.setLong(7, change);
            long id = Rows.list(insert, row -> row.getLong(1)).getFirst();
            return new DecisionAnswer.Done(StoredRefund.nameOf(id) + " of " + amount + " to "
                    + BankAccountNumber.masked(number.iban()) + " is asked for; it waits for approval");
        }
    }

    private static void requireBank(Connection connection, String bank) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from bank_account_in_force where name = ?")) {
            query.setString(1, bank);
            if (Rows.list(query, row -> row).isEmpty()) {
                throw new Refusal(
                        DecisionReason.UNKNOWN_BANK,
                        "there is no account " + bank + " at a bank; ./taswiya bank list shows those there are");
            }
        }
    }

    /// Credit that nothing is owed against.
    private static Money free(Connection connection, String account) throws SQLException {
        AccountItems items = AccountRows.of(connection, List.of(account)).get(account);
        if (items == null) {
            throw new Refusal(DecisionReason.UNKNOWN_ACCOUNT, "there is no account " + account);
        }
        return items.credit().minus(items.open()).max(Money.ZERO);
    }

    private static String customer(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.latin_name from customer_account a join customer c on c.reference = a.customer
                where a.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getString(1)).getFirst();
        }
    }

    /// Approves a refund; above the bank account's limit by another person than who has asked for it.
    public static DecisionAnswer approve(Database database, long id, LocalDate on, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            StoredRefund refund = asked(connection, id);
            Money limit = limit(connection, refund);
            if (refund.amount().compareTo(limit) > 0 && why.isBy(refund.author())) {
                return new DecisionAnswer.Refused(
                        DecisionReason.SAME_PERSON,
                        refund.author() + " has asked for " + refund.amount() + ", above the limit of " + limit
                                + "; somebody else approves it");
            }
            EntryRows ledger = new EntryRows();
            ledger.begin(connection);
            String account = refund.account();
            if (account == null) {
                decide(connection, id, true, on, change);
                promiseReturn(connection, ledger, refund, change);
            } else {
                requireFree(connection, refund, account);
                decide(connection, id, true, on, change);
                RefundBooks.promise(connection, ledger, refund, account, on);
            }
            ledger.send(connection);
            return new DecisionAnswer.Done(refund.name() + " of " + refund.amount() + " is approved");
        });
    }

    /// The lowest since it was asked for: nobody raises a limit for what waits already.
    private static Money limit(Connection connection, StoredRefund refund) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select min(b.refund_limit) from bank_account b join refund r on r.bank = b.name
                where r.id = ? and b.change >= (
                    select max(o.change) from bank_account o where o.name = b.name and o.change <= r.change)""")) {
            query.setLong(1, refund.id());
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).getFirst();
        }
    }

    private static void requireFree(Connection connection, StoredRefund refund, String account) throws SQLException {
        Money free = free(connection, account);
        if (refund.amount().compareTo(free) > 0) {
            throw new Refusal(
                    DecisionReason.MORE_THAN_FREE_CREDIT,
                    "found " + refund.amount() + ", and only " + free + " is free now; refuse it, and ask anew");
        }
    }

    private static void promiseReturn(Connection connection, EntryRows ledger, StoredRefund refund, long change)
            throws SQLException {
        long transaction = Objects.requireNonNull(refund.returns());
        WaitingTransaction waiting = BankDecisions.waiting(connection, transaction, 1);
        ledger.add(
                BankPosting.decidedFor(transaction, waiting.bookedOn(), BankPosting.REFUNDS_TO_PAY, refund.amount()));
        BankDecisions.decide(connection, transaction, "returned", 0, refund.id(), null, change);
    }

    public static DecisionAnswer refuse(Database database, long id, LocalDate on, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            StoredRefund refund = asked(connection, id);
            decide(connection, id, false, on, change);
            return new DecisionAnswer.Done(refund.name() + " is refused");
        });
    }

    /// A person knows that the bank has not sent it: the money is the customer's credit again.
    public static DecisionAnswer failed(Database database, long id, LocalDate on, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            Listed found = of(connection, id);
            StoredRefund refund = found.refund();
            if (found.state() != RefundState.SENT || refund.account() == null) {
                return new DecisionAnswer.Refused(
                        DecisionReason.UNKNOWN_REFUND,
                        refund.name() + " is " + found.state().code()
                                + (refund.account() == null ? ", and no account's" : "")
                                + "; only one that is sent and an account's can have failed");
            }
            EntryRows ledger = new EntryRows();
            ledger.begin(connection);
            RefundBooks.giveBack(connection, ledger, refund, on, why.reason());
            ledger.send(connection);
            RefundRows.outcome(connection, id, false, on, 0, change);
            return new DecisionAnswer.Done(refund.name() + " has failed; its money is a credit again");
        });
    }

    private static Listed of(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where r.id = ?")) {
            query.setLong(1, id);
            Optional<Listed> found = Rows.list(query, Refunds::listed).stream().findFirst();
            return found.orElseThrow(
                    () -> new Refusal(DecisionReason.UNKNOWN_REFUND, "there is no refund " + StoredRefund.nameOf(id)));
        }
    }

    private static StoredRefund asked(Connection connection, long id) throws SQLException {
        Listed found = of(connection, id);
        if (found.state() != RefundState.ASKED) {
            throw new Refusal(
                    DecisionReason.ALREADY_DECIDED,
                    found.refund().name() + " is " + found.state().code() + " already");
        }
        return found.refund();
    }

    private static void decide(Connection connection, long id, boolean isApproved, LocalDate on, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into refund_decision values (?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setBoolean(2, isApproved);
            insert.setObject(3, on);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
