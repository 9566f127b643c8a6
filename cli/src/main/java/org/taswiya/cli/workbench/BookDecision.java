package org.taswiya.cli.workbench;

import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// About which price book somebody decides, and why.
final class BookDecision {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "Its number, as tariff list shows it.")
    private long number;

    @Mixin
    private WhyOption why;

    /// What is done with it, and nothing beside it in the same transaction.
    interface Deed {
        PriceBookAnswer on(PriceBookDesk desk, long book, Change why, Beside beside);
    }

    /// @return the exit code
    int make(Deed deed) {
        Change change = why.now();
        try (Database database = home.openBeside()) {
            PriceBookDesk desk = new PriceBookDesk(database, utilities.folderLibrary());
            return PriceBookText.say(spec, deed.on(desk, number, change, Beside.NOTHING), desk);
        }
    }
}
