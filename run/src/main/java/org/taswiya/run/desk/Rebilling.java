package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BilledAccount;
import org.taswiya.run.BooksInForce;
import org.taswiya.store.Rows;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Withheld;

/// What agreements are billed again by: the same reading of the books, the same billing and the same checks as of a run
/// off the cycle, in the transaction that has changed what the bills depend on.
///
/// @param books of prices, of which those in force when it is billed again count
public record Rebilling(BillingPolicy policy, BillChecks checks, BooksInForce books) {

    /// By id, as a transaction sees them.
    Function<String, Optional<Tariff>> tariffs(Connection connection) throws SQLException {
        return books.in(connection)::tariff;
    }

    /// The end of what is billed of an agreement, the bill that is about to be taken back with it.
    static Optional<LocalDate> billedTo(Connection connection, String agreement) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select max(s.to_day) from bill b join bill_segment s on s.bill = b.serial
                where b.agreement = ? and not exists (select from cancellation c where c.bill = b.serial)""")) {
            query.setString(1, agreement);
            return Rows.list(query, row -> Optional.ofNullable(Rows.dateOrNull(row, "max")))
                    .getFirst();
        }
    }

    /// @param billTo up to which day
    /// @param takenBack what a bill came to that was taken back; zero for none
    RebillLook look(
            Connection connection,
            String agreement,
            LocalDate billTo,
            LocalDate billedOn,
            Money takenBack,
            boolean isLeftToReading)
            throws SQLException {
        Cycle cycle = new Cycle(billTo, billedOn, null, true);
        InputBatch batch = BillingInputs.within(connection, cycle, policy, tariffs(connection))
                .read(List.of(agreement));
        List<RebillLook.Bill> bills = new ArrayList<>();
        List<Withheld.Reason> holds = new ArrayList<>();
        batch.withheld().forEach(withheld -> holds.addAll(withheld.reasons()));
        for (AccountInput input : batch.accounts()) {
            String account = input.customerAccount();
            BilledAccount billed = BilledAccount.of(input, new SharedPrices())
                    .checked(checks, batch.customerClass(account), batch.released(), batch.missing(account));
            billed.outcome().bills().stream().map(Rebilling::bill).forEach(bills::add);
            billed.withheld().forEach(withheld -> holds.addAll(withheld.reasons()));
        }
        return new RebillLook(takenBack, bills, holds, isLeftToReading, List.of(), null, "");
    }

    private static RebillLook.Bill bill(DraftBill bill) {
        List<RebillLook.Month> months = switch (bill.basis()) {
            case DraftBill.Basis.OnReading(var settlement) ->
                settlement.periods().stream().map(Rebilling::month).toList();
            case DraftBill.Basis.OnEstimate _ ->
                bill.segments().stream().map(Rebilling::month).toList();
        };
        return new RebillLook.Bill(bill.total(), bill.dueOn(), months);
    }

    private static RebillLook.Month month(SettledPeriod period) {
        boolean isNew = period.billed().total().isZero() && period.billedUsage().signum() == 0;
        return new RebillLook.Month(
                period.range(),
                isNew ? null : period.billedUsage(),
                period.usage(),
                period.billed().total(),
                period.due().total(),
                period.chargeable().total(),
                false);
    }

    private static RebillLook.Month month(BillSegment segment) {
        Money claimed = segment.claimed().total();
        return new RebillLook.Month(
                segment.range(),
                null,
                segment.usage(),
                Money.ZERO,
                claimed,
                claimed,
                segment.kind() == BillSegment.Kind.ESTIMATED);
    }
}
