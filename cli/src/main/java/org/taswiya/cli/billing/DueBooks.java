package org.taswiya.cli.billing;

import java.util.List;
import java.util.Optional;
import org.taswiya.cli.command.PriceBookWords;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;

/// Price books whose day has come when a cycle is billed: they are published first, for nobody is billed by prices that
/// were to be over.
final class DueBooks {
    private DueBooks() {}

    /// @return why one of them cannot be, so that nothing is billed
    static Optional<String> publish(Database database, TariffLibrary library, Cycle cycle, Change why) {
        List<PriceBookAnswer> answers = new PriceBookDesk(database, library).publishDue(cycle.billedOn(), why);
        return answers.stream()
                .filter(PriceBookAnswer.Refused.class::isInstance)
                .map(PriceBookAnswer.Refused.class::cast)
                .findFirst()
                .map(refused -> "a price book is to be in use by " + cycle.billedOn() + " and cannot be published: "
                        + PriceBookWords.of(refused)
                        + ". Withdraw it with `./taswiya tariff withdraw`, and propose it anew.");
    }
}
