package org.taswiya.spark.input;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.spark.input.Vectors.Decimals;
import org.taswiya.spark.input.Vectors.Lists;

/// Makes agreements of the columns of a batch, which it takes by their places in `accounts.sql`.
final class AgreementVectors {
    private final Lists lists;
    private final ColumnVector agreement;
    private final ColumnVector tariffId;
    private final Words<Optional<Tariff>>.Column tariff;
    private final ColumnVector households;
    private final ColumnVector isReleased;
    private final ColumnVector digits;
    private final ColumnVector decimals;
    private final Decimals multiplier;
    private final Words<Unit>.Column unit;
    private final ReadingVectors readings;
    private final ExchangeVectors exchanges;
    private final BilledVectors billed;
    private final HistoryVectors history;
    private final VacancyVectors vacancies;
    private final SuspensionVectors suspensions;
    private final Words<ClassUse>.Column classUse;
    private final Decimals annualVolume;
    private final ColumnVector usualBill;
    private final ColumnVector backBillingException;
    private final Words<EstimateInstruction>.Column instructedMethod;
    private final Decimals instructedUsage;
    private final AskedForVectors askedFor;

    AgreementVectors(Lists lists, AccountWords words) {
        this.lists = lists;
        this.agreement = lists.field(0);
        this.tariffId = lists.field(1);
        this.tariff = words.tariffs().in(tariffId);
        this.households = lists.field(2);
        this.isReleased = lists.field(3);
        this.digits = lists.field(4);
        this.decimals = lists.field(5);
        this.multiplier = new Decimals(lists.field(6), lists.field(7));
        this.unit = words.units().in(lists.field(8));
        this.readings = new ReadingVectors(Lists.of(lists.field(9)), words);
        this.exchanges = new ExchangeVectors(Lists.of(lists.field(10)));
        this.billed = new BilledVectors(Lists.of(lists.field(11)), words);
        this.history = new HistoryVectors(lists.field(12));
        this.vacancies = new VacancyVectors(Lists.of(lists.field(13)));
        this.suspensions = new SuspensionVectors(Lists.of(lists.field(14)));
        this.classUse = words.classUses().in(lists.field(15));
        this.annualVolume = new Decimals(lists.field(16), lists.field(17));
        this.usualBill = lists.field(18);
        this.backBillingException = lists.field(19);
        this.instructedMethod = words.methods().in(lists.field(20));
        this.instructedUsage = new Decimals(lists.field(21), lists.field(22));
        this.askedFor = new AskedForVectors(
                Lists.of(lists.field(23)), Lists.of(lists.field(24)), Lists.of(lists.field(25)), words);
    }

    /// The agreements of a row are at these places and those that follow.
    int first(int row) {
        return lists.first(row);
    }

    int count(int row) {
        return lists.count(row);
    }

    String reference(int at) {
        return Vectors.text(agreement, at);
    }

    String tariffId(int at) {
        return Vectors.text(tariffId, at);
    }

    Optional<Tariff> tariff(int at) {
        return tariff.get(at);
    }

    boolean isReleased(int at) {
        return isReleased.getBoolean(at);
    }

    @Nullable Money usualBill(int at) {
        return usualBill.isNullAt(at) ? null : Money.ofMinor(usualBill.getLong(at));
    }

    AgreementInput agreement(int at, String reference, Tariff priced) {
        return new AgreementInput(
                reference,
                priced,
                households.getInt(at),
                register(at),
                readings.list(at),
                exchanges.list(at, unit.get(at)),
                billed.list(at),
                history.list(at),
                vacancies.list(at),
                suspensions.list(at),
                classUse.isUnknown(at) ? null : classUse.get(at),
                annualVolume.isUnknown(at) ? null : annualVolume.get(at),
                usualBill(at),
                backBillingException.isNullAt(at) ? null : Vectors.text(backBillingException, at),
                instruction(at, reference),
                askedFor.of(at));
    }

    private Register register(int at) {
        return new Register(
                digits.isNullAt(at) ? null : digits.getInt(at), decimals.getInt(at), multiplier.get(at), unit.get(at));
    }

    private @Nullable EstimateInstruction instruction(int at, String reference) {
        boolean isStated = !instructedUsage.isUnknown(at);
        if (instructedMethod.isUnknown(at)) {
            return isStated ? new EstimateInstruction.Stated(instructedUsage.get(at)) : null;
        }
        if (isStated) {
            throw new IllegalArgumentException("Agreement " + reference + " is to be estimated by a method and stated");
        }
        return instructedMethod.get(at);
    }

    static final class ReadingVectors {
        private final Lists lists;
        private final Words<ReadingKinds.Kind>.Column kind;
        private final ColumnVector day;
        private final Decimals value;
        private final Words<String>.Column provenance;

        ReadingVectors(Lists lists, AccountWords words) {
            this.lists = lists;
            this.kind = words.kinds().in(lists.field(0));
            this.day = lists.field(1);
            this.value = new Decimals(lists.field(2), lists.field(3));
            this.provenance = words.provenances().in(lists.field(4));
        }

        List<Reading> list(int of) {
            return lists.list(
                    of, at -> kind.get(at).reading(Days.of(day.getInt(at)), value.get(at), provenance.get(at)));
        }
    }

    static final class ExchangeVectors {
        private final Lists lists;
        private final ColumnVector day;
        private final Decimals removed;
        private final Decimals installed;
        private final ColumnVector removedDigits;
        private final ColumnVector removedDecimals;
        private final Decimals removedMultiplier;

        ExchangeVectors(Lists lists) {
            this.lists = lists;
            this.day = lists.field(0);
            this.removed = new Decimals(lists.field(1), lists.field(2));
            this.installed = new Decimals(lists.field(3), lists.field(4));
            this.removedDigits = lists.field(5);
            this.removedDecimals = lists.field(6);
            this.removedMultiplier = new Decimals(lists.field(7), lists.field(8));
        }

        List<MeterExchange> list(int of, Unit unit) {
            return lists.list(
                    of,
                    at -> new MeterExchange(
                            Days.of(day.getInt(at)), removed.get(at), installed.get(at), removedRegister(at, unit)));
        }

        private @Nullable Register removedRegister(int at, Unit unit) {
            return removedMultiplier.isUnknown(at)
                    ? null
                    : new Register(
                            removedDigits.isNullAt(at) ? null : removedDigits.getInt(at),
                            removedDecimals.getInt(at),
                            removedMultiplier.get(at),
                            unit);
        }
    }

    private static final class VacancyVectors {
        private final Lists lists;
        private final ColumnVector from;
        private final ColumnVector to;

        VacancyVectors(Lists lists) {
            this.lists = lists;
            this.from = lists.field(0);
            this.to = lists.field(1);
        }

        List<DateRange> list(int of) {
            return lists.list(of, at -> Days.range(from.getInt(at), to.getInt(at)));
        }
    }

    private static final class SuspensionVectors {
        private final Lists lists;
        private final ColumnVector from;
        private final ColumnVector to;
        private final ColumnVector legalReference;

        SuspensionVectors(Lists lists) {
            this.lists = lists;
            this.from = lists.field(0);
            this.to = lists.field(1);
            this.legalReference = lists.field(2);
        }

        List<ReadingSuspension> list(int of) {
            return lists.list(
                    of,
                    at -> new ReadingSuspension(
                            Days.range(from.getInt(at), to.getInt(at)), Vectors.text(legalReference, at)));
        }
    }
}
