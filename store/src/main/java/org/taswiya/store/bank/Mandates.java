package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Mandates: that a customer lets the utility collect what an account owes. An account has one at a time.
public final class Mandates {
    private static final String SELECT = """
            select m.*, e.ended_on from mandate m left join mandate_end e on e.mandate = m.reference
            """;

    private Mandates() {}

    /// @param limit of one collection; null for none
    /// @param endedOn null while it stands
    public record Mandate(
            String reference,
            String account,
            BankAccountNumber number,
            String holder,
            LocalDate signedOn,
            @Nullable Money limit,
            @Nullable LocalDate endedOn) {}

    public static DecisionAnswer add(Database database, Mandate mandate, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    select exists (select from customer_account where reference = ?),
                           exists (select from mandate where reference = ?),
                           exists (select from mandate m where m.account = ? and not exists (
                               select from mandate_end e where e.mandate = m.reference))""")) {
                query.setString(1, mandate.account());
                query.setString(2, mandate.reference());
                query.setString(3, mandate.account());
                DecisionAnswer.Refused refused = Rows.list(query, row -> refusal(row, mandate))
                        .getFirst()
                        .orElse(null);
                if (refused != null) {
                    return refused;
                }
            }
            insert(connection, mandate, change);
            return new DecisionAnswer.Done("mandate " + mandate.reference() + " of account " + mandate.account()
                    + " for " + BankAccountNumber.masked(mandate.number().iban()));
        });
    }

    private static Optional<DecisionAnswer.Refused> refusal(ResultSet row, Mandate mandate) throws SQLException {
        if (!row.getBoolean(1)) {
            return Optional.of(new DecisionAnswer.Refused(
                    DecisionReason.UNKNOWN_ACCOUNT, "there is no account " + mandate.account()));
        }
        if (row.getBoolean(2) || row.getBoolean(3)) {
            return Optional.of(new DecisionAnswer.Refused(
                    DecisionReason.MANDATE_NOT_FREE,
                    row.getBoolean(2)
                            ? "there is a mandate " + mandate.reference() + " already"
                            : "account " + mandate.account() + " has a mandate; end it first"));
        }
        return Optional.empty();
    }

    private static void insert(Connection connection, Mandate mandate, long change) throws SQLException {
        Money limit = mandate.limit();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into mandate values (?, ?, ?, ?, ?, nullif(?, 0), ?)")) {
            insert.setString(1, mandate.reference());
            insert.setString(2, mandate.account());
            insert.setString(3, mandate.number().iban());
            insert.setString(4, mandate.holder());
            insert.setObject(5, mandate.signedOn());
            insert.setLong(6, limit == null ? 0 : limit.minorUnits());
            insert.setLong(7, change);
            insert.executeUpdate();
        }
    }

    /// Ends a mandate: nothing more is collected with it.
    public static DecisionAnswer end(Database database, String reference, LocalDate on, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into mandate_end select m.reference, ?, ? from mandate m
                    where m.reference = ? and not exists (
                        select from mandate_end e where e.mandate = m.reference)""")) {
                insert.setObject(1, on);
                insert.setLong(2, change);
                insert.setString(3, reference);
                return insert.executeUpdate() == 1
                        ? new DecisionAnswer.Done("mandate " + reference + " ends on " + on)
                        : new DecisionAnswer.Refused(
                                DecisionReason.MANDATE_NOT_FREE, "no mandate " + reference + " stands");
            }
        });
    }

    /// In the order of their accounts, those that have ended with them.
    public static List<Mandate> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(SELECT + "order by m.account, m.change, m.reference")) {
            return Rows.list(query, Mandates::mandate);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Where an account pays from.
    static Optional<BankAccountNumber> numberOf(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where m.account = ? and e.mandate is null")) {
            query.setString(1, account);
            return Rows.list(query, Mandates::mandate).stream()
                    .map(Mandate::number)
                    .findFirst();
        }
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getString("reference"),
                row.getString("account"),
                new BankAccountNumber(row.getString("iban")),
                row.getString("holder"),
                Rows.date(row, "signed_on"),
                Rows.moneyOrNull(row, "amount_limit"),
                Rows.dateOrNull(row, "ended_on"));
    }
}
