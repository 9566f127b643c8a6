package org.taswiya.spark.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.RowToColumnConverter;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.spark.input.Vectors.Lists;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Withheld;

/// Makes accounts of batches of `accounts.sql`, whose columns it takes by their places.
///
/// Not for use by several threads.
public final class AccountReader {
    private final Cycle cycle;
    private final BillingPolicy policy;
    private final AccountWords words;

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
        this.words = AccountWords.of(tariffs);
    }

    /// The accounts of a batch.
    public Batch in(ColumnarBatch batch) {
        return new Batch(batch);
    }

    /// The account of a row, where there are no batches.
    public ReadAccount read(InternalRow row) {
        StructType columns = AccountWriter.TABLE.columns().asNullable(); // what is missing is said below
        WritableColumnVector[] vectors = OnHeapColumnVector.allocateColumns(1, columns);
        new RowToColumnConverter(columns).convert(row, vectors);
        try (ColumnarBatch batch = new ColumnarBatch(vectors, 1)) {
            return in(batch).read(0);
        }
    }

    /// The columns of a batch. Each account is made when it is asked for, and before the next batch is.
    public final class Batch {
        private final ColumnVector account;
        private final ColumnVector customerClass;
        private final Words<CustomerClass>.Column classes;
        private final ColumnVector arrears;
        private final ColumnVector missing;
        private final AgreementVectors agreements;

        private Batch(ColumnarBatch batch) {
            this.account = batch.column(0);
            this.customerClass = batch.column(1);
            this.classes = words.classes().in(customerClass);
            this.arrears = batch.column(2);
            this.missing = batch.column(3);
            this.agreements = new AgreementVectors(Lists.of(batch.column(4)), words);
        }

        /// @throws IllegalArgumentException when the row is of a file from before there was all that a bill depends on
        public ReadAccount read(int row) {
            String reference = Vectors.text(account, row);
            if (customerClass.isNullAt(row) || missing.isNullAt(row)) {
                throw new IllegalArgumentException("Account " + reference
                        + " has no customerClass or no list of what is missing. Export the accounts again.");
            }
            Lists missingLists = Lists.of(missing);
            ColumnVector missingReference = missingLists.field(0);
            List<String> missingHere =
                    new ArrayList<>(missingLists.list(row, at -> Vectors.text(missingReference, at)));
            List<AgreementInput> inputs = new ArrayList<>(agreements.count(row));
            Set<String> released = new HashSet<>();
            List<Withheld> withheld = new ArrayList<>(0);
            int end = agreements.first(row) + agreements.count(row);
            for (int at = agreements.first(row); at < end; at++) {
                String agreement = agreements.reference(at);
                Optional<Tariff> tariff = agreements.tariff(at);
                if (tariff.isEmpty()) {
                    withheld.add(unknownTariff(at, agreement));
                    missingHere.add(agreement);
                    continue;
                }
                inputs.add(agreements.agreement(at, agreement, tariff.get()));
                if (agreements.isReleased(at)) {
                    released.add(agreement);
                }
            }
            CustomerClass of = classes.get(row);
            AccountInput input = new AccountInput(
                    reference,
                    cycle.billTo(),
                    cycle.billedOn(),
                    policy.of(of),
                    Money.ofMinor(arrears.getLong(row)),
                    inputs,
                    cycle.dueOn());
            return new ReadAccount(new AccountToBill(input, of, released, missingHere), withheld);
        }

        private Withheld unknownTariff(int at, String agreement) {
            String found = "tariff " + agreements.tariffId(at) + " is no price book in use";
            return Withheld.failed(agreement, "unknown-tariff", found, agreements.usualBill(at));
        }
    }
}
