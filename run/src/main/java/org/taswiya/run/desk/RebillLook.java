package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.run.Withheld;

/// What a change of a reading or a bill comes to when its agreement is billed again.
///
/// @param takenBack what the bill came to that is taken back; zero for none
/// @param bills that would be made; none where nothing is billed again now
/// @param holds why a bill would wait for a person; none where none would
/// @param isLeftToReading whether nobody can bill it again before the meter is read
/// @param claims what else gives back, or may, of the bills whose days are billed again
/// @param arrangement the number of the instalments that run and that the bill is within which is taken back; null for
///     none
/// @param before what was read on the day that is put right, as its kind and value; empty for nothing, and where a bill
///     is taken back
public record RebillLook(
        Money takenBack,
        List<Bill> bills,
        List<Withheld.Reason> holds,
        boolean isLeftToReading,
        List<BillClaim> claims,
        @Nullable Long arrangement,
        String before) {
    public RebillLook {
        bills = List.copyOf(bills);
        holds = List.copyOf(holds);
        claims = List.copyOf(claims);
    }

    RebillLook with(List<BillClaim> found, @Nullable Long within) {
        return new RebillLook(takenBack, bills, holds, isLeftToReading, found, within, before);
    }

    /// Of a reading that takes the place of another one: a third one in that place would be something else.
    RebillLook insteadOf(@Nullable Reading reading) {
        String was = reading == null ? "" : ReadingKind.of(reading).code() + " " + reading.value();
        return new RebillLook(takenBack, bills, holds, isLeftToReading, claims, arrangement, was);
    }

    /// With what else gives back of the bills of its days.
    ///
    /// @param day that was put right
    RebillLook withClaims(Connection connection, String agreement, LocalDate day) throws SQLException {
        LocalDate from = day;
        LocalDate to = day;
        for (Bill bill : bills) {
            for (Month month : bill.months()) {
                from = month.range().from().isBefore(from) ? month.range().from() : from;
                to = month.range().to().isAfter(to) ? month.range().to() : to;
            }
        }
        return with(BillClaim.entangled(connection, agreement, from, to), null);
    }

    /// A bill that would be made.
    ///
    /// @param months one for each period, the earliest first
    public record Bill(Money total, LocalDate dueOn, List<Month> months) {
        public Bill {
            months = List.copyOf(months);
        }
    }

    /// One period of it.
    ///
    /// @param billedUsage what was billed for it; null where nothing was
    /// @param usage what it is now taken to have used
    /// @param billed what was billed for it; zero for nothing
    /// @param due what it comes to now
    /// @param claimed what the bill claims for it
    /// @param isEstimated whether nobody read the meter
    public record Month(
            DateRange range,
            @Nullable Decimal billedUsage,
            Decimal usage,
            Money billed,
            Money due,
            Money claimed,
            boolean isEstimated) {}

    /// What the account owes more, or less, once all is done.
    public Money difference() {
        return bills.stream().map(Bill::total).reduce(Money.ZERO, Money::plus).minus(takenBack);
    }

    /// As a form brings it back: the same again means that nothing has changed.
    public String text() {
        String made = bills.stream()
                .map(bill -> bill.total() + "="
                        + bill.months().stream()
                                .map(month -> month.range().from() + ":" + month.usage() + ":" + month.claimed())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        String held = holds.stream().map(Withheld.Reason::code).collect(Collectors.joining(","));
        String given = claims.stream().map(BillClaim::text).collect(Collectors.joining(";"));
        String arranged = arrangement == null ? "" : "P" + arrangement;
        return Stream.of(takenBack.toString(), made, held, isLeftToReading ? "left" : "", given, arranged, before)
                .collect(Collectors.joining("/"));
    }
}
