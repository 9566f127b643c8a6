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
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillingPolicy;
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
    private static final int ARREARS = 1;
    private static final int AGREEMENTS = 2;

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
    private static final int AGREEMENT_FIELDS = 18;

    private final Cycle cycle;
    private final BillingPolicy policy;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Words<Optional<Tariff>> byId;
    private final Words<Unit> units = new Words<>(AccountReader::unit);
    private final RowParts parts = new RowParts();

    /// What a row came to.
    ///
    /// @param released agreements whose bill leaves whatever the checks find
    /// @param withheld agreements whose tariff is not known
    public record ReadAccount(AccountInput input, Set<String> released, List<Withheld> withheld) {
        public ReadAccount {
            released = Set.copyOf(released);
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

    public ReadAccount read(InternalRow row) {
        ArrayData of = row.getArray(AGREEMENTS);
        List<AgreementInput> agreements = new ArrayList<>(of.numElements());
        Set<String> released = new HashSet<>();
        List<Withheld> withheld = new ArrayList<>(0);
        for (int i = 0; i < of.numElements(); i++) {
            InternalRow agreement = of.getStruct(i, AGREEMENT_FIELDS);
            String reference = agreement.getString(AGREEMENT);
            UTF8String id = agreement.getUTF8String(TARIFF);
            Optional<Tariff> tariff = byId.of(id);
            if (tariff.isEmpty()) {
                withheld.add(Withheld.failed(reference, "unknown-tariff", "tariff " + id + " is no price book in use"));
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
                agreements);
        return new ReadAccount(input, released, withheld);
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
                row.isNullAt(USUAL_BILL) ? null : Money.ofMinor(row.getLong(USUAL_BILL)),
                row.isNullAt(EXCEPTION) ? null : row.getString(EXCEPTION));
    }

    private Register register(InternalRow row) {
        return new Register(
                row.isNullAt(DIGITS) ? null : row.getInt(DIGITS),
                row.getInt(DECIMALS),
                RowParts.decimal(row, MULTIPLIER),
                units.of(row.getUTF8String(UNIT)));
    }

    private static Unit unit(String symbol) {
        return Unit.ofSymbol(symbol)
                .orElseThrow(() -> new IllegalArgumentException("Unit '" + symbol + "' is not known"));
    }
}
