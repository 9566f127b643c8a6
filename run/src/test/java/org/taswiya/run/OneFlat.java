package org.taswiya.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.agreement.AgreementDecisions.Newcomer;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.run.Cycle;

/// A flat with one electricity meter, which nobody has taken yet, and accounts that may.
///
/// @param deposits that whoever moves in is asked for
record OneFlat(Database database, DepositRules deposits) {
    OneFlat(Database database) {
        this(database, DepositRules.NONE);
    }

    static final Change WHY = new Change(Instant.parse("2020-12-31T12:00:00Z"), "clerk", "came to the counter");
    static final LocalDate TODAY = LocalDate.of(2020, 12, 31);
    static final String TARIFF = "casablanca/electricity-household";

    /// 300.00 for electricity, due in 15 days, with 3.65 % a year: a centime a day for a hundred dirhams.
    static final DepositRules DEPOSITS = new DepositRules(
            Map.of(new DepositRules.Of(CustomerClass.HOUSEHOLD, "electricity"), Money.parse("300.00")),
            15,
            List.of(new DepositRules.Rate(LocalDate.of(2019, 1, 1), Decimal.parse("0.0365"))),
            365);

    private static final BillingPolicy POLICY = new BillingPolicy(
            SampleUtility.POLICY.allocation(), List.of(EstimationMethod.ANNUAL_VOLUME), 40, null, null);

    /// @param accounts how many, `0000000001` and so on
    OneFlat fill(int accounts) {
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 1; i <= accounts; i++) {
                writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client " + i, Language.FR));
                writer.add(new CustomerAccount(account(i), "P" + i));
            }
            writer.add(new Premise("L1", "1, rue Atlas", "Maarif"));
            writer.add(new UsagePoint("U1", "L1", "electricity"));
            writer.add(new Meter(
                    "M1", "U1", Register.simple(Unit.KILOWATT_HOUR), LocalDate.of(2018, 1, 1), Decimal.ZERO, null));
            writer.commit();
        }
        return this;
    }

    static String account(int i) {
        return String.format(Locale.ROOT, "%010d", i);
    }

    void read(String on, long value) {
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            writer.add("U1", new ActualReading(LocalDate.parse(on), Decimal.of(value), "round"));
            writer.commit();
        }
    }

    Move move(String on, @Nullable Long reading) {
        return new Move(
                LocalDate.parse(on),
                reading == null ? null : Decimal.of(reading),
                TODAY,
                SampleUtility::tariff,
                deposits,
                WHY,
                false);
    }

    static Newcomer newcomer(int account) {
        return new Newcomer(null, account(account), "U1", TARIFF, 1, Decimal.of(3_650));
    }

    AgreementAnswer moveIn(int account, String on, @Nullable Long reading) {
        return AgreementDecisions.moveIn(database, newcomer(account), move(on, reading));
    }

    AgreementAnswer moveOut(String agreement, String on, @Nullable Long reading) {
        return AgreementDecisions.moveOut(database, agreement, false, move(on, reading));
    }

    AgreementAnswer moveOutUnread(String agreement, String on) {
        return AgreementDecisions.moveOut(database, agreement, true, move(on, null));
    }

    AgreementAnswer transfer(String agreement, int account, String on, @Nullable Long reading) {
        return AgreementDecisions.transfer(database, agreement, account(account), null, null, null, move(on, reading));
    }

    /// The same account goes on, with others behind the meter.
    AgreementAnswer households(String agreement, int account, int households, String on, @Nullable Long reading) {
        return AgreementDecisions.transfer(
                database, agreement, account(account), null, null, households, move(on, reading));
    }

    static @Nullable AgreementReason refused(AgreementAnswer answer) {
        return switch (answer) {
            case AgreementAnswer.Refused refused -> refused.reason();
            case AgreementAnswer.Done _ -> null;
        };
    }

    void bill(String to) {
        bill(new Cycle(LocalDate.parse(to), LocalDate.parse(to)));
    }

    void bill(Cycle cycle) {
        BillingRun.execute(
                database,
                new RunSettings(cycle, POLICY, BillChecks.NONE, SampleUtility::tariff, 10, WHY),
                new BillingListener() {});
    }

    /// As cheques do, to what is due first.
    Receipt pay(int account, String amount, String on) {
        Payment payment = new Payment(
                account(account), Money.parse(amount), LocalDate.parse(on), Means.CHEQUE, "maarif", null, List.of());
        return ((PaymentAnswer.Taken) Payments.take(database, payment, StampDuty.NONE, TODAY, WHY, false)).receipt();
    }

    /// As `C00001 actual 2020-02-01 2020-02-16 90 109.51`, in the order of the bills.
    List<String> bills() throws SQLException {
        return texts("""
                select concat_ws(' ', b.agreement, s.kind, s.from_day, s.to_day, s.usage,
                                 to_char((b.net + b.tax) / 100.0, 'FM999990.00'))
                from bill b join bill_segment s on s.bill = b.serial order by b.serial, s.ordinal""");
    }

    List<String> texts(String select) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
