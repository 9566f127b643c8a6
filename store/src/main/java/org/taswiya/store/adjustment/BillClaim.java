package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.adjustment.StoredAdjustment.State;

/// What a bill still claims, and whoever is about to give some of it back: by a correction that is billed, by an
/// adjustment, by a dispute. Whoever gives money back looks at this first, so that nobody gives the same twice.
///
/// @param billed what it came to
/// @param settlements what later bills have settled of its days, the oldest first
/// @param adjustments of it that are booked or wait for somebody, the oldest first
/// @param disputes of it that are open or wait for somebody
public record BillClaim(
        BillNumber bill,
        Money billed,
        boolean isTakenBack,
        List<Settled> settlements,
        List<StoredAdjustment> adjustments,
        List<StoredDispute> disputes) {
    public BillClaim {
        settlements = List.copyOf(settlements);
        adjustments = List.copyOf(adjustments);
        disputes = List.copyOf(disputes);
    }

    /// What a later bill has settled of the days of this one.
    ///
    /// @param amount below zero where it has given back
    public record Settled(BillNumber by, LocalDate billedOn, Money amount) {}

    private static final String BILL = """
            select b.account, b.net + b.tax as billed,
                   exists (select from cancellation c where c.bill = b.serial) as is_taken_back
            from bill b where b.serial = ?""";

    /// A settlement is of the days that were billed before: each of its periods counts once.
    private static final String SETTLED = """
            select p.serial, p.billed_on, sum(t.claimed)::bigint as settled
            from bill b
            join bill p on p.agreement = b.agreement and p.run > b.run
            cross join lateral (
                select (select sum(c) from unnest(s.claimed) as a(c)) as claimed
                from bill_segment s
                where s.bill = p.serial and s.kind = 'true-up' and exists (
                    select from bill_segment o
                    where o.bill = b.serial and o.from_day < s.to_day and o.to_day > s.from_day)) t
            where b.serial = ? and not exists (select from cancellation c where c.bill = p.serial)
            group by p.serial, p.billed_on order by p.serial""";

    /// Bills that stand and have a day between two, these included.
    private static final String TOUCHED = """
            select distinct b.serial from bill b join bill_segment s on s.bill = b.serial
            where b.agreement = ? and s.from_day <= ? and s.to_day >= ?
                and not exists (select from cancellation c where c.bill = b.serial)
            order by b.serial""";

    /// Empty where there is no such bill.
    public static Optional<BillClaim> of(Database database, BillNumber bill) {
        try (Connection connection = database.connect()) {
            return of(connection, bill);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The same in a transaction of the caller's.
    public static Optional<BillClaim> of(Connection connection, BillNumber bill) throws SQLException {
        Optional<Found> found;
        try (PreparedStatement query = connection.prepareStatement(BILL)) {
            query.setLong(1, bill.serial());
            found = Rows.list(query, Found::of).stream().findFirst();
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new BillClaim(
                        bill,
                        found.get().billed(),
                        found.get().isTakenBack(),
                        settled(connection, bill),
                        adjustments(connection, found.get().account(), bill),
                        disputes(connection, found.get().account(), bill)));
    }

    private record Found(String account, Money billed, boolean isTakenBack) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(row.getString(1), Money.ofMinor(row.getLong(2)), row.getBoolean(3));
        }
    }

    /// Those of an agreement that stand, have a day from one to another, and of which somebody gives back or may.
    public static List<BillClaim> entangled(Connection connection, String agreement, LocalDate from, LocalDate to)
            throws SQLException {
        List<BillNumber> bills;
        try (PreparedStatement query = connection.prepareStatement(TOUCHED)) {
            query.setString(1, agreement);
            query.setObject(2, to);
            query.setObject(3, from);
            bills = Rows.list(query, row -> new BillNumber(row.getLong(1)));
        }
        List<BillClaim> claims = new ArrayList<>();
        for (BillNumber bill : bills) {
            of(connection, bill).filter(BillClaim::isEntangled).ifPresent(claims::add);
        }
        return claims;
    }

    private static List<Settled> settled(Connection connection, BillNumber bill) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SETTLED)) {
            query.setLong(1, bill.serial());
            return Rows.list(
                    query,
                    row -> new Settled(
                            new BillNumber(row.getLong(1)),
                            Rows.date(row, "billed_on"),
                            Money.ofMinor(row.getLong(3))));
        }
    }

    private static List<StoredAdjustment> adjustments(Connection connection, String account, BillNumber bill)
            throws SQLException {
        ItemKey item = ItemKey.bill(bill.toString());
        return AdjustmentRows.list(connection, account).stream()
                .filter(one -> item.equals(one.adjustment().item()))
                .filter(one -> one.state() == State.BOOKED || one.state() == State.ASKED)
                .toList();
    }

    private static List<StoredDispute> disputes(Connection connection, String account, BillNumber bill)
            throws SQLException {
        ItemKey item = ItemKey.bill(bill.toString());
        return DisputeRows.ofAccounts(connection, List.of(account)).stream()
                .filter(one -> item.equals(one.item()) && one.isUnsettled())
                .toList();
    }

    /// What later bills have settled of its days, together.
    public Money settledSince() {
        return sum(settlements.stream().map(Settled::amount));
    }

    /// What can still be given back of it: what it came to, less what later bills have given back of its days and what
    /// is booked against it. What was put on it does not make it larger.
    public Money left() {
        if (isTakenBack) {
            return Money.ZERO;
        }
        Money now = billed.plus(settledSince())
                .plus(sum(adjustments.stream()
                        .filter(one -> one.state() == State.BOOKED)
                        .map(one -> one.adjustment().amount())));
        Money most = now.compareTo(billed) > 0 ? billed : now;
        return most.signum() < 0 ? Money.ZERO : most;
    }

    /// What can still be given back of it and why it is no more, for a person.
    String leftFound() {
        return left() + " of bill " + bill + " is billed"
                + settlements.stream()
                        .map(one -> "; bill " + one.by() + " of " + one.billedOn() + " has settled " + one.amount()
                                + " of its days since")
                        .collect(Collectors.joining());
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    /// Whether anybody gives back of it, or may.
    public boolean isEntangled() {
        return isTakenBack || !settlements.isEmpty() || !adjustments.isEmpty() || !disputes.isEmpty();
    }

    /// As a form brings it back: the same again means that nothing has changed.
    public String text() {
        Stream<String> given = Stream.concat(
                settlements.stream().map(one -> one.by() + one.amount().toString()),
                adjustments.stream()
                        .map(one -> one.number()
                                + one.state().code()
                                + one.adjustment().amount()));
        Stream<String> asked =
                disputes.stream().map(one -> "D" + one.id() + one.state().code());
        return bill
                + (isTakenBack ? "x" : "=")
                + billed
                + Stream.concat(given, asked).map(one -> "+" + one).collect(Collectors.joining());
    }
}
