package org.taswiya.cli.message;

import java.io.IOException;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.Reprint;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.store.Database;

/// What makes the messages of a utility.
final class Makers {
    private Makers() {}

    static MessageMaker of(UtilityOption utility, Database database, BillLink link) throws IOException {
        TariffLibrary library = utility.library(database);
        UtilityProfile profile = utility.profile();
        return new MessageMaker(
                database,
                new Reprint.Rules(library::tariff, library::whyPlaceholder),
                profile,
                form -> PaperOptions.terms(library, profile, form),
                utility.currency(database).code(),
                link);
    }
}
