package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementRequest;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.population.AccountClasses;
import org.taswiya.store.receivables.AccountRows;

/// What is known of an account that asks for an arrangement.
final class ArrangementSituation {
    /// Of each agreement, the last bill that stands: what those before it came to, and how many periods it settles.
    private static final String LAST_BILLS = """
            select b.recent, (
                select case when bool_or(s.kind = 'true-up') then count(*) else 1 end
                from bill_segment s where s.bill = b.serial) as settled
            from service_agreement a cross join lateral (
                select b.serial, b.recent from bill b
                where b.agreement = a.reference
                    and not exists (select from cancellation c where c.bill = b.serial)
                order by b.run desc limit 1) b
            where a.account = ? order by a.reference""";

    private ArrangementSituation() {}

    /// Empty when there is no such account.
    ///
    /// @param months how many instalments are asked for; null for what is offered unasked
    /// @param beside an arrangement that does not count as running, because it is renegotiated; null for none
    static Optional<ArrangementRequest> of(
            Connection connection,
            String account,
            ArrangementRules rules,
            @Nullable Integer months,
            LocalDate on,
            @Nullable Long beside)
            throws SQLException {
        CustomerClass of = AccountClasses.of(connection, account).orElse(null);
        if (of == null) {
            return Optional.empty();
        }
        LastBills bills = lastBills(connection, account);
        boolean isRunning = false;
        for (StoredArrangement one : Arrangements.ofAccount(connection, account)) {
            isRunning |= !Objects.equals(beside, one.arrangement().number())
                    && one.standingOn(on).state().isRunning();
        }
        return Optional.of(new ArrangementRequest(
                Objects.requireNonNull(
                        AccountRows.of(connection, List.of(account)).get(account)),
                rules.of(of).orElse(null),
                bills.usual(),
                bills.settled(),
                months,
                isRunning,
                on));
    }

    private record LastBills(@Nullable Money usual, int settled) {}

    private static LastBills lastBills(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST_BILLS)) {
            query.setString(1, account);
            Money usual = null;
            int settled = 1;
            for (LastBills one : Rows.list(
                    query,
                    row -> new LastBills(usual((Long[]) row.getArray("recent").getArray()), row.getInt("settled")))) {
                Money ofOne = one.usual();
                usual = ofOne == null ? usual : usual == null ? ofOne : usual.plus(ofOne);
                settled = Math.max(settled, one.settled());
            }
            return new LastBills(usual, settled);
        }
    }

    /// Without the last one, which may be the catch-up itself.
    private static @Nullable Money usual(Long[] recent) {
        List<Money> before = new ArrayList<>();
        for (int i = 0; i < recent.length - 1; i++) {
            before.add(Money.ofMinor(recent[i]));
        }
        return new BillsBefore(0, before).usual();
    }
}
