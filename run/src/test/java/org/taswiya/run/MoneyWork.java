package org.taswiya.run;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;

/// Things done with money, one step after the other, by somebody who may be killed. Whoever begins again repeats the
/// step that was not answered, under the same name and with the same numbers.
interface MoneyWork {

    /// What is done.
    enum Subject {
        INTEREST,
        MONTH_CLOSE,
        DEPOSITS,
        ARRANGEMENTS,
        CONNECTIONS;

        MoneyWork work() {
            return switch (this) {
                case INTEREST -> new InterestWork();
                case MONTH_CLOSE -> new MonthCloseWork();
                case DEPOSITS -> new DepositWork();
                case ARRANGEMENTS -> new ArrangementWork();
                case CONNECTIONS -> new ConnectionWork();
            };
        }
    }

    /// The books before the first step.
    void fill(Database database);

    int steps();

    /// Whether all steps may be done again from the first one on; else only the one that was not answered.
    boolean isRepeatable();

    /// Does a step.
    ///
    /// @param told what came of it: facts, in the words of [#facts], or `refused` and why
    void take(Database database, int step, Consumer<String> told);

    /// All that steps have done, as the books have it.
    List<String> facts(Database database);

    /// A customer pays under a name, by cheque.
    static void pay(
            Database database, String account, String amount, LocalDate on, String name, Consumer<String> told) {
        Payment payment = new Payment(
                account, Money.parse(amount), on, Means.CHEQUE, "main", new Payment.Key("main", name), List.of());
        switch (Payments.take(database, payment, StampDuty.NONE, OneFlat.TODAY, OneFlat.WHY, false)) {
            case PaymentAnswer.Taken taken -> told.accept(paid(taken.receipt()));
            case PaymentAnswer.Refused(var reason, var found) -> told.accept("refused " + reason + " " + found);
        }
    }

    /// A cycle that is finished is refused while a later one is not.
    static void bill(Runnable run, Consumer<String> told) {
        try {
            run.run();
        } catch (BillingRefused e) {
            told.accept("refused " + e.getMessage());
        }
    }

    static List<String> paid(Database database) {
        return Receipts.last(database, null, Integer.MAX_VALUE).stream()
                .map(MoneyWork::paid)
                .toList();
    }

    private static String paid(Receipt receipt) {
        Payment payment = receipt.payment();
        return "paid " + payment.keyIfAny().orElseThrow().name() + " " + payment.account() + " " + payment.amount()
                + " " + receipt.number() + " " + receipt.credit();
    }

    static List<String> texts(Database database, String select) {
        try {
            return new OneFlat(database).texts(select);
        } catch (SQLException e) {
            throw new IllegalStateException(select, e);
        }
    }
}
