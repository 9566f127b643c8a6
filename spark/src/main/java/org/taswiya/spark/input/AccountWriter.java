package org.taswiya.spark.input;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;

/// Writes accounts as rows of `accounts.sql`.
public final class AccountWriter {
    /// One row for each account.
    public static final Table TABLE = Table.stated(AccountWriter.class, "accounts.sql");

    private final TableWriter writer;
    private final Column account;
    private final Column arrears;
    private final Group agreements;
    private final Column agreement;
    private final Column tariff;
    private final Column households;
    private final Column isReleased;
    private final Column digits;
    private final Column decimals;
    private final DecimalColumn multiplier;
    private final Column unit;
    private final ReadingColumns readings;
    private final ExchangeColumns exchanges;
    private final BilledColumns billed;
    private final UsageColumns history;
    private final RangeColumns vacancies;
    private final DecimalColumn classPerDay;
    private final Column usualBill;
    private final Column backBillingException;

    public AccountWriter(TableWriter writer) {
        this.writer = writer;
        this.account = writer.row().column("account");
        this.arrears = writer.row().column("arrears");
        this.agreements = writer.row().list("agreements");
        this.agreement = agreements.column("agreement");
        this.tariff = agreements.column("tariff");
        this.households = agreements.column("households");
        this.isReleased = agreements.column("isReleased");
        this.digits = agreements.column("digits");
        this.decimals = agreements.column("decimals");
        this.multiplier = DecimalColumn.of(agreements, "multiplier", "multiplierScale");
        this.unit = agreements.column("unit");
        this.readings = new ReadingColumns(agreements.list("readings"));
        this.exchanges = new ExchangeColumns(agreements.list("exchanges"));
        this.billed = new BilledColumns(agreements.list("billed"));
        this.history = new UsageColumns(agreements.list("history"));
        this.vacancies = new RangeColumns(agreements.list("vacancies"));
        this.classPerDay = DecimalColumn.of(agreements, "classPerDay", "classPerDayScale");
        this.usualBill = agreements.column("usualBill");
        this.backBillingException = agreements.column("backBillingException");
    }

    /// @param released agreements whose bill leaves whatever the checks find
    public void write(AccountInput input, Set<String> released) throws IOException {
        account.text(0, input.customerAccount());
        arrears.big(0, input.arrears().minorUnits());
        agreements.each(0, input.agreements(), (repetition, of) -> write(repetition, of, released));
        writer.endRow();
    }

    private void write(int repetition, AgreementInput input, Set<String> released) {
        agreement.text(repetition, input.agreement());
        tariff.word(repetition, input.tariff().id());
        households.whole(repetition, input.households());
        isReleased.flag(repetition, released.contains(input.agreement()));
        write(repetition, input.register());
        readings.write(repetition, input.readings());
        exchanges.write(repetition, input.exchanges());
        billed.write(repetition, input.billed());
        history.write(repetition, input.history());
        vacancies.write(repetition, input.vacancies());
        Decimal perDay = input.classPerDay();
        if (perDay == null) {
            classPerDay.none(repetition);
        } else {
            classPerDay.put(repetition, perDay);
        }
        Money usual = input.usualBill();
        if (usual == null) {
            usualBill.none(repetition);
        } else {
            usualBill.big(repetition, usual.minorUnits());
        }
        String exception = input.backBillingException();
        if (exception == null) {
            backBillingException.none(repetition);
        } else {
            backBillingException.word(repetition, exception);
        }
    }

    private void write(int repetition, Register register) {
        Integer known = register.digits();
        if (known == null) {
            digits.none(repetition);
        } else {
            digits.whole(repetition, known);
        }
        decimals.whole(repetition, register.decimals());
        multiplier.put(repetition, register.multiplier());
        unit.word(repetition, register.unit().symbol());
    }

    private static final class ReadingColumns {
        private final Group list;
        private final Column kind;
        private final Column at;
        private final DecimalColumn value;
        private final Column provenance;

        ReadingColumns(Group list) {
            this.list = list;
            this.kind = list.column("kind");
            this.at = list.column("at");
            this.value = DecimalColumn.of(list, "value", "scale");
            this.provenance = list.column("provenance");
        }

        void write(int first, List<Reading> readings) {
            list.each(first, readings, (repetition, reading) -> {
                kind.word(repetition, ReadingKinds.code(reading));
                at.day(repetition, reading.at());
                value.put(repetition, reading.value());
                provenance.word(repetition, ReadingKinds.provenance(reading));
            });
        }
    }

    private static final class ExchangeColumns {
        private final Group list;
        private final Column at;
        private final DecimalColumn removed;
        private final DecimalColumn installed;

        ExchangeColumns(Group list) {
            this.list = list;
            this.at = list.column("at");
            this.removed = DecimalColumn.of(list, "removed", "removedScale");
            this.installed = DecimalColumn.of(list, "installed", "installedScale");
        }

        void write(int first, List<MeterExchange> exchanges) {
            list.each(first, exchanges, (repetition, exchange) -> {
                at.day(repetition, exchange.at());
                removed.put(repetition, exchange.removed());
                installed.put(repetition, exchange.installed());
            });
        }
    }

    private static final class RangeColumns {
        private final Group list;
        private final Column from;
        private final Column to;

        RangeColumns(Group list) {
            this.list = list;
            this.from = list.column("from");
            this.to = list.column("to");
        }

        void write(int first, List<DateRange> ranges) {
            list.each(first, ranges, (repetition, range) -> {
                from.day(repetition, range.from());
                to.day(repetition, range.to());
            });
        }
    }

    private static final class UsageColumns {
        private final Group list;
        private final Column from;
        private final Column to;
        private final DecimalColumn usage;
        private final Column quality;

        UsageColumns(Group list) {
            this.list = list;
            this.from = list.column("from");
            this.to = list.column("to");
            this.usage = DecimalColumn.of(list, "usage", "scale");
            this.quality = list.column("quality");
        }

        void write(int first, List<Usage> usages) {
            list.each(first, usages, (repetition, of) -> {
                from.day(repetition, of.range().from());
                to.day(repetition, of.range().to());
                usage.put(repetition, of.quantity());
                quality.word(repetition, of.quality().code());
            });
        }
    }
}
