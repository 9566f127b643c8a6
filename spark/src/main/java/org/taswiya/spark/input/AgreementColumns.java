package org.taswiya.spark.input;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.FlagColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.TextColumn;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of the agreements of an account.
final class AgreementColumns {
    private final Group agreements;
    private final TextColumn agreement;
    private final WordColumn tariff;
    private final WholeColumn households;
    private final FlagColumn isReleased;
    private final WholeColumn digits;
    private final WholeColumn decimals;
    private final DecimalColumn multiplier;
    private final WordColumn unit;
    private final ReadingColumns readings;
    private final ExchangeColumns exchanges;
    private final BilledColumns billed;
    private final HistoryColumns history;
    private final RangeColumns vacancies;
    private final SuspensionColumns suspensions;
    private final WordColumn classUse;
    private final DecimalColumn annualVolume;
    private final BigColumn usualBill;
    private final WordColumn backBillingException;
    private final WordColumn instructedMethod;
    private final DecimalColumn instructedUsage;
    private final AskedForColumns askedFor;

    AgreementColumns(Group agreements) {
        this.agreements = agreements;
        this.agreement = agreements.text("agreement");
        this.tariff = agreements.word("tariff");
        this.households = agreements.whole("households");
        this.isReleased = agreements.flag("isReleased");
        this.digits = agreements.whole("digits");
        this.decimals = agreements.whole("decimals");
        this.multiplier = agreements.decimal("multiplier", "multiplierScale");
        this.unit = agreements.word("unit");
        this.readings = new ReadingColumns(agreements.list("readings"));
        this.exchanges = new ExchangeColumns(agreements.list("exchanges"));
        this.billed = new BilledColumns(agreements.list("billed"));
        this.history = new HistoryColumns(agreements.part("history"));
        this.vacancies = new RangeColumns(agreements.list("vacancies"));
        this.suspensions = new SuspensionColumns(agreements.list("suspensions"));
        this.classUse = agreements.word("classUse");
        this.annualVolume = agreements.decimal("annualVolume", "annualVolumeScale");
        this.usualBill = agreements.big("usualBill");
        this.backBillingException = agreements.word("backBillingException");
        this.instructedMethod = agreements.word("instructedMethod");
        this.instructedUsage = agreements.decimal("instructedUsage", "instructedUsageScale");
        this.askedFor = new AskedForColumns(agreements);
    }

    /// @param released agreements whose bill leaves whatever the checks find
    void write(List<AgreementInput> inputs, Set<String> released) {
        agreements.each(inputs, input -> write(input, released));
    }

    private void write(AgreementInput input, Set<String> released) {
        agreement.put(input.agreement());
        tariff.put(input.tariff().id());
        households.put(input.households());
        isReleased.put(released.contains(input.agreement()));
        write(input.register());
        readings.write(input.readings());
        exchanges.write(input.exchanges());
        billed.write(input.billed());
        history.write(input.history());
        vacancies.write(input.vacancies());
        suspensions.write(input.suspensions());
        ClassUse use = input.ofClass();
        if (use == null) {
            classUse.none();
        } else {
            classUse.put(use.text());
        }
        Decimal volume = input.annualVolume();
        if (volume == null) {
            annualVolume.none();
        } else {
            annualVolume.put(volume);
        }
        Money usual = input.usualBill();
        if (usual == null) {
            usualBill.none();
        } else {
            usualBill.put(usual.minorUnits());
        }
        String exception = input.backBillingException();
        if (exception == null) {
            backBillingException.none();
        } else {
            backBillingException.put(exception);
        }
        write(input.instruction());
        askedFor.write(input.askedFor());
    }

    private void write(@Nullable EstimateInstruction instruction) {
        switch (instruction) {
            case null -> {
                instructedMethod.none();
                instructedUsage.none();
            }
            case EstimateInstruction.ByMethod(EstimationMethod method) -> {
                instructedMethod.put(method.code());
                instructedUsage.none();
            }
            case EstimateInstruction.Stated(Decimal usage) -> {
                instructedMethod.none();
                instructedUsage.put(usage);
            }
        }
    }

    private void write(Register register) {
        Integer known = register.digits();
        if (known == null) {
            digits.none();
        } else {
            digits.put(known);
        }
        decimals.put(register.decimals());
        multiplier.put(register.multiplier());
        unit.put(register.unit().symbol());
    }

    static final class ReadingColumns {
        private final Group list;
        private final WordColumn kind;
        private final WholeColumn at;
        private final DecimalColumn value;
        private final WordColumn provenance;

        ReadingColumns(Group list) {
            this.list = list;
            this.kind = list.word("kind");
            this.at = list.whole("at");
            this.value = list.decimal("value", "scale");
            this.provenance = list.word("provenance");
        }

        void write(List<Reading> readings) {
            list.each(readings, reading -> {
                kind.put(ReadingKinds.code(reading));
                at.put(reading.at());
                value.put(reading.value());
                provenance.put(ReadingKinds.provenance(reading));
            });
        }
    }

    static final class ExchangeColumns {
        private final Group list;
        private final WholeColumn at;
        private final DecimalColumn removed;
        private final DecimalColumn installed;
        private final WholeColumn removedDigits;
        private final WholeColumn removedDecimals;
        private final DecimalColumn removedMultiplier;

        ExchangeColumns(Group list) {
            this.list = list;
            this.at = list.whole("at");
            this.removed = list.decimal("removed", "removedScale");
            this.installed = list.decimal("installed", "installedScale");
            this.removedDigits = list.whole("removedDigits");
            this.removedDecimals = list.whole("removedDecimals");
            this.removedMultiplier = list.decimal("removedMultiplier", "removedMultiplierScale");
        }

        void write(List<MeterExchange> exchanges) {
            list.each(exchanges, exchange -> {
                at.put(exchange.at());
                removed.put(exchange.removed());
                installed.put(exchange.installed());
                write(exchange.removedRegister());
            });
        }

        private void write(@Nullable Register register) {
            Integer digits = register == null ? null : register.digits();
            if (digits == null) {
                removedDigits.none();
            } else {
                removedDigits.put(digits);
            }
            if (register == null) {
                removedDecimals.none();
                removedMultiplier.none();
            } else {
                removedDecimals.put(register.decimals());
                removedMultiplier.put(register.multiplier());
            }
        }
    }

    private static final class RangeColumns {
        private final Group list;
        private final WholeColumn from;
        private final WholeColumn to;

        RangeColumns(Group list) {
            this.list = list;
            this.from = list.whole("from");
            this.to = list.whole("to");
        }

        void write(List<DateRange> ranges) {
            list.each(ranges, range -> {
                from.put(range.from());
                to.put(range.to());
            });
        }
    }

    private static final class SuspensionColumns {
        private final Group list;
        private final WholeColumn from;
        private final WholeColumn to;
        private final WordColumn legalReference;

        SuspensionColumns(Group list) {
            this.list = list;
            this.from = list.whole("from");
            this.to = list.whole("to");
            this.legalReference = list.word("legalReference");
        }

        void write(List<ReadingSuspension> suspensions) {
            list.each(suspensions, suspension -> {
                from.put(suspension.range().from());
                to.put(suspension.range().to());
                legalReference.put(suspension.legalReference());
            });
        }
    }
}
