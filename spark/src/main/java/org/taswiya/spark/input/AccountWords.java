package org.taswiya.spark.input;

import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.input.StandingFacts;

/// What the texts of the columns of accounts stand for.
record AccountWords(
        Words<Optional<Tariff>> tariffs,
        Words<Unit> units,
        Words<CustomerClass> classes,
        Words<EstimateInstruction> methods,
        Words<ClassUse> classUses,
        Words<ReadingKinds.Kind> kinds,
        Words<UsageQuality> qualities,
        Words<Determinant> determinants,
        Words<String> codes,
        Words<String> provenances) {

    /// @param tariffs by id
    static AccountWords of(Function<String, Optional<Tariff>> tariffs) {
        return new AccountWords(
                new Words<>(tariffs),
                new Words<>(AccountWords::unit),
                new Words<>(AccountWords::customerClass),
                new Words<>(AccountWords::byMethod),
                new Words<>(ClassUse::ofText),
                new Words<>(ReadingKinds::kind),
                new Words<>(Qualities::of),
                new Words<>(StandingFacts::determinant),
                new Words<>(Function.identity()),
                new Words<>(Function.identity()));
    }

    private static CustomerClass customerClass(String code) {
        for (CustomerClass of : CustomerClass.values()) {
            if (of.code().equals(code)) {
                return of;
            }
        }
        throw new IllegalArgumentException("Class of customers '" + code + "' is not known");
    }

    private static EstimateInstruction byMethod(String code) {
        return new EstimateInstruction.ByMethod(EstimationMethod.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException("Method to estimate by '" + code + "' is not known")));
    }

    private static Unit unit(String symbol) {
        return Unit.ofSymbol(symbol)
                .orElseThrow(() -> new IllegalArgumentException("Unit '" + symbol + "' is not known"));
    }
}
