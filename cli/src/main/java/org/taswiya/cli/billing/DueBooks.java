package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.cli.command.PriceBookWords;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Due;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;

/// Price books whose day has come when a cycle is billed: they are published first, for nobody is billed by prices that
/// were to be over.
final class DueBooks {
    private DueBooks() {}

    /// Publishes them, and says why where one cannot be.
    ///
    /// @return the tariffs of those that cannot be: by these nobody is billed
    static Set<String> publish(Database database, TariffLibrary library, Cycle cycle, Change why, PrintWriter err) {
        Set<String> held = new TreeSet<>();
        for (Due due : new PriceBookDesk(database, library).publishDue(cycle.billedOn(), why)) {
            if (due.answer() instanceof PriceBookAnswer.Refused refused) {
                held.add(due.book().tariff());
                err.println("taswiya: price book " + due.book().number() + " is to be in use by " + cycle.billedOn()
                        + " and cannot be published: " + PriceBookWords.of(refused) + ". Nobody is billed by "
                        + due.book().tariff() + " before it is withdrawn with `./taswiya tariff withdraw "
                        + due.book().number() + "`: bill them then with another day --on.");
            }
        }
        return held;
    }
}
