package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.run.Withheld;

/// What a bill by a new book depends on where that, or the one in use, asks for more than the usage: other bands have
/// other registers and intervals, another year or winter another past. It is read as the run would read it if the new
/// book were in use.
final class RenewedInputs implements AutoCloseable {
    private final Map<String, Tariff> instead;
    private final Connection connection;
    private final BillingInputs inputs;

    /// By agreement, how it would be billed, or why it would not.
    record Renewed(Map<String, AgreementInput> inputs, Map<String, Withheld> withheld) {
        Renewed {
            inputs = Map.copyOf(inputs);
            withheld = Map.copyOf(withheld);
        }
    }

    RenewedInputs(Database database, RunSettings settings, Map<String, Tariff> instead) throws SQLException {
        this.instead = instead;
        this.connection = database.connect();
        this.inputs = settings.with(id -> Optional.ofNullable(instead.get(id))
                        .or(() -> settings.tariffs().apply(id)))
                .inputs(connection, true);
    }

    /// Of the agreements of a batch that are read anew; those that are not have what they have.
    Renewed of(InputBatch batch) throws SQLException {
        List<String> asking = batch.accounts().stream()
                .flatMap(account -> account.agreements().stream())
                .filter(agreement -> isReadAnew(agreement.tariff()))
                .map(AgreementInput::agreement)
                .toList();
        Map<String, AgreementInput> renewed = new HashMap<>();
        Map<String, Withheld> withheld = new HashMap<>();
        if (!asking.isEmpty()) {
            InputBatch read = inputs.read(asking);
            for (AccountInput account : read.accounts()) {
                account.agreements().forEach(agreement -> renewed.put(agreement.agreement(), agreement));
            }
            read.withheld().forEach(one -> withheld.put(one.agreement(), one));
        }
        return new Renewed(renewed, withheld);
    }

    private boolean isReadAnew(Tariff inUse) {
        Tariff other = instead.get(inUse.id());
        return other != null && !(inUse.isOfUsageAlone() && other.isOfUsageAlone());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
