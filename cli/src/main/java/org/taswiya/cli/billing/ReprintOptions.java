package org.taswiya.cli.billing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.Reprint;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `bill show` and `bill reprint` make bills again with.
public final class ReprintOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private UtilityOption utility;

    private @Nullable BooksInForce books;

    /// The price books in force, each of which is read once.
    public TariffLibrary library(Database database) {
        BooksInForce used = books == null ? utility.books(database) : books;
        books = used;
        return used.now();
    }

    /// Who writes.
    public UtilityProfile profile() throws IOException {
        return utility.profile();
    }

    /// Those of a utility all whose price books can be read.
    Reprint.Rules faultlessRules(Database database) throws IOException {
        utility.faultlessLibrary();
        return rules(database);
    }

    /// With what the home has published before the folder's.
    public Reprint.Rules rules(Database database) {
        TariffLibrary library = library(database);
        return new Reprint.Rules(library::tariff, library::whyPlaceholder);
    }

    /// The batch of a bill, narrowed to it.
    public List<BilledRange> ofBill(Database database, String number) {
        BillNumber bill = BillNumber.parse(number)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + number + "' is no number of a bill; expected ten digits and the two check letters that"
                                + " fit them"));
        List<BilledRange> found = BilledRange.ofBill(database, bill.serial());
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no bill " + number);
        }
        return found;
    }
}
