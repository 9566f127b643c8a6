package org.taswiya.spark.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.EstimateInstruction;
import org.taswiya.core.metering.EstimationMethod;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.Withheld;

/// Makes accounts of rows of `accounts.sql`, whose columns it takes by their places.
///
/// Not for use by several threads.
public final class AccountReader {
    private static final int ACCOUNT = 0;
    private static final int CUSTOMER_CLASS = 1;
    private static final int ARREARS = 2;
    private static final int MISSING = 3;
    private static final int AGREEMENTS = 4;

    private static final int AGREEMENT = 0;
    private static final int TARIFF = 1;
    private static final int HOUSEHOLDS = 2;
    private static final int RELEASED = 3;
    private static final int DIGITS = 4;
    private static final int DECIMALS = 5;
    private static final int MULTIPLIER = 6;
    private static final int UNIT = 8;
    private static final int READINGS = 9;
    private static final int EXCHANGES = 10;
    private static final int BILLED = 11;
    private static final int HISTORY = 12;
    private static final int VACANCIES = 13;
    private static final int CLASS_PER_DAY = 14;
    private static final int USUAL_BILL = 16;
    private static final int EXCEPTION = 17;
    private static final int INSTRUCTED_METHOD = 18;
    private static final int INSTRUCTED_USAGE = 19;
    private static final int AGREEMENT_FIELDS = 21;

    private final Cycle cycle;
    private final BillingPolicy policy;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Words<Optional<Tariff>> byId;
    private final Words<Unit> units = new Words<>(AccountReader::unit);
    private final Words<CustomerClass> classes = new Words<>(AccountReader::customerClass);
    private final Words<EstimateInstruction> methods = new Words<>(AccountReader::byMethod);
    private final RowParts parts = new RowParts();

    /// What a row came to.
    ///
    /// @param withheld agreements whose tariff is not known
    public record ReadAccount(AccountToBill account, List<Withheld> withheld) {
        public ReadAccount {
            withheld = List.copyOf(withheld);
        }
    }

    /// @param tariffs by id
    public AccountReader(Cycle cycle, BillingPolicy policy, Function<String, Optional<Tariff>> tariffs) {
        this.cycle = cycle;
        this.policy = policy;
        this.tariffs = tariffs;
        this.byId = new Words<>(this.tariffs);
    }

    /// @throws IllegalArgumentException when the row is of a file from before there was all that a bill depends on
    public ReadAccount read(InternalRow row) {
        if (row.isNullAt(CUSTOMER_CLASS) || row.isNullAt(MISSING)) {
            throw new IllegalArgumentException("Account " + row.getString(ACCOUNT)
                    + " has no customerClass or no list of what is missing. Export the accounts again.");
        }
        ArrayData of = row.getArray(AGREEMENTS);
        List<AgreementInput> agreements = new ArrayList<>(of.numElements());
        Set<String> released = new HashSet<>();
        List<Withheld> withheld = new ArrayList<>(0);
        List<String> missing = missing(row.getArray(MISSING));
        for (int i = 0; i < of.numElements(); i++) {
            InternalRow agreement = of.getStruct(i, AGREEMENT_FIELDS);
            String reference = agreement.getString(AGREEMENT);
            UTF8String id = agreement.getUTF8String(TARIFF);
            Optional<Tariff> tariff = byId.of(id);
            if (tariff.isEmpty()) {
                String found = "tariff " + id + " is no price book in use";
                withheld.add(Withheld.failed(reference, "unknown-tariff", found, usualBill(agreement)));
                missing.add(reference);
                continue;
            }
            agreements.add(agreement(agreement, reference, tariff.get()));
            if (agreement.getBoolean(RELEASED)) {
                released.add(reference);
            }
        }
        AccountInput input = new AccountInput(
                row.getString(ACCOUNT),
                cycle.billTo(),
                cycle.billedOn(),
                policy,
                Money.ofMinor(row.getLong(ARREARS)),
                agreements,
                cycle.dueOn());
        CustomerClass customerClass = classes.of(row.getUTF8String(CUSTOMER_CLASS));
        return new ReadAccount(new AccountToBill(input, customerClass, released, missing), withheld);
    }

    private static List<String> missing(ArrayData of) {
        List<String> missing = new ArrayList<>(of.numElements());
        for (int i = 0; i < of.numElements(); i++) {
            missing.add(of.getStruct(i, 1).getString(0));
        }
        return missing;
    }

    private AgreementInput agreement(InternalRow row, String reference, Tariff tariff) {
        return new AgreementInput(
                reference,
                tariff,
                row.getInt(HOUSEHOLDS),
                register(row),
                parts.readings(row.getArray(READINGS)),
                parts.exchanges(row.getArray(EXCHANGES)),
                parts.billed(row.getArray(BILLED)),
                parts.usages(row.getArray(HISTORY)),
                parts.ranges(row.getArray(VACANCIES)),
                row.isNullAt(CLASS_PER_DAY) ? null : RowParts.decimal(row, CLASS_PER_DAY),
                usualBill(row),
                row.isNullAt(EXCEPTION) ? null : row.getString(EXCEPTION),
                instruction(row, reference));
    }

    private static @Nullable Money usualBill(InternalRow row) {
        return row.isNullAt(USUAL_BILL) ? null : Money.ofMinor(row.getLong(USUAL_BILL));
    }

    private @Nullable EstimateInstruction instruction(InternalRow row, String reference) {
        boolean isStated = !row.isNullAt(INSTRUCTED_USAGE);
        if (row.isNullAt(INSTRUCTED_METHOD)) {
            return isStated ? new EstimateInstruction.Stated(RowParts.decimal(row, INSTRUCTED_USAGE)) : null;
        }
        if (isStated) {
            throw new IllegalArgumentException("Agreement " + reference + " is to be estimated by a method and stated");
        }
        return methods.of(row.getUTF8String(INSTRUCTED_METHOD));
    }

    private Register register(InternalRow row) {
        return new Register(
                row.isNullAt(DIGITS) ? null : row.getInt(DIGITS),
                row.getInt(DECIMALS),
                RowParts.decimal(row, MULTIPLIER),
                units.of(row.getUTF8String(UNIT)));
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
