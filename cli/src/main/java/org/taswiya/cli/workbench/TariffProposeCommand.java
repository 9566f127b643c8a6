package org.taswiya.cli.workbench;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.intake.tariff.CalendarFiles;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.run.desk.PriceBookDesk.Written;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff propose`: a book waits for a second person.
@Command(
        name = "propose",
        description = {
            "Proposes a price book: it is read, its examples are run, and it waits until somebody else"
                    + " approves it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff propose new.yaml --why \"price list of 2025\"",
            "  ./taswiya tariff propose july.yaml --after 3 --why \"grid of July\""
        })
final class TariffProposeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "FILE", description = "The book.")
    private Path file = Path.of("");

    @Option(names = "--placeholders", description = "Figures that are placeholders are meant to be.")
    private boolean isPlaceholderSaid;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description = "The price book that it follows, which waits itself. Default: the last that is approved, or"
                    + " the one in use.")
    private @Nullable Long after;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        Change change = why.now();
        GivenFile.require(spec, file, "a price book");
        String content = whole(content());
        try (Database database = home.openBeside()) {
            PriceBookDesk desk = new PriceBookDesk(database, utilities.folderLibrary());
            Written written = new Written(file.toString(), content, isPlaceholderSaid, after);
            return PriceBookText.say(spec, desk.propose(written, change, Beside.NOTHING));
        }
    }

    /// With the calendars that lie beside it; what is wrong with one that cannot be read the desk says.
    private String whole(String content) {
        return TariffBookParser.parse(file.toString(), content, CalendarFiles.around(file)) instanceof TariffBook book
                ? book.whole(content)
                : content;
    }

    private String content() throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ParameterException(spec.commandLine(), file + " is not written in UTF-8", e);
        }
    }
}
