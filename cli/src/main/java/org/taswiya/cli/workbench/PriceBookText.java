package org.taswiya.cli.workbench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.PriceBookWords;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.intake.tariff.IndexValue;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Due;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookStep;
import picocli.CommandLine.Model.CommandSpec;

/// Price books of a home, for a person.
final class PriceBookText {
    private static final String INDENT = "  ";
    private static final int DIGEST_SHOWN = "sha256:".length() + 12;

    private PriceBookText() {}

    /// Says what came of something.
    ///
    /// @return the exit code
    static int say(CommandSpec spec, PriceBookAnswer answer) {
        return switch (answer) {
            case PriceBookAnswer.Done(KeptBook book) -> {
                spec.commandLine().getOut().println(told(book));
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case PriceBookAnswer.Refused refused -> refused(spec, PriceBookWords.of(refused));
        };
    }

    /// The same, and which values it brings for months that are billed without them.
    static int say(CommandSpec spec, PriceBookAnswer answer, PriceBookDesk desk) {
        int code = say(spec, answer);
        if (answer instanceof PriceBookAnswer.Done(KeptBook book)) {
            for (IndexValue value : desk.laterValues(book)) {
                spec.commandLine().getOut().println(later(value));
            }
            spec.commandLine().getOut().flush();
        }
        return code;
    }

    private static String later(IndexValue value) {
        return INDENT + value.index() + " of " + value.month() + " is " + value.value()
                + ": days of it are billed at the last known value; estimates are settled at this one, bills on"
                + " readings stay";
    }

    /// The same of one among others whose day has come.
    static int say(CommandSpec spec, Due due) {
        return due.answer() instanceof PriceBookAnswer.Refused refused
                ? refused(spec, "price book " + due.book().number() + ": " + PriceBookWords.of(refused))
                : say(spec, due.answer());
    }

    private static int refused(CommandSpec spec, String why) {
        spec.commandLine().getErr().println("taswiya: " + why);
        return ExitCode.SOME_REFUSED;
    }

    private static String told(KeptBook book) {
        return "price book " + book.number() + ", " + book.tariff() + ": " + state(book);
    }

    private static String state(KeptBook book) {
        return switch (book.state()) {
            case PROPOSED -> "proposed by " + book.author() + "; it waits for somebody else's approval";
            case APPROVED -> "approved for " + book.scheduledFor().orElseThrow();
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case IN_USE -> "in use since " + published(book);
            case REPLACED -> "replaced";
        };
    }

    private static LocalDate published(KeptBook book) {
        PriceBookStep step = book.step(PriceBookStep.Kind.PUBLISHED).orElseThrow();
        LocalDate day = step.day();
        return day == null ? step.at().atOffset(ZoneOffset.UTC).toLocalDate() : day;
    }

    static List<String> list(Look look, List<KeptBook> books) {
        if (books.isEmpty()) {
            return List.of("no price book was proposed in this home; the folder's are in use");
        }
        TextTable table = new TextTable(look, "", "book", "number", "state", "for", "by", "digest");
        for (KeptBook book : books) {
            table.row(
                    book.tariff(),
                    Long.toString(book.number()),
                    book.state().code(),
                    book.scheduledFor().map(LocalDate::toString).orElse(""),
                    book.isFound() ? "" : book.author(),
                    book.digest().substring(0, DIGEST_SHOWN));
        }
        return table.lines();
    }

    /// What became of each, step by step.
    static List<String> history(Look look, List<KeptBook> books) {
        List<String> lines = new ArrayList<>();
        for (KeptBook book : books) {
            lines.add(look.strong("price book " + book.number() + ", " + book.tariff() + ", "
                    + book.state().code()));
            lines.add(INDENT + book.digest());
            if (book.isFound()) {
                lines.add(INDENT + "found in use " + book.at() + ", when the first was published; nobody proposed it");
                continue;
            }
            lines.add(INDENT + "proposed " + book.at() + " by " + book.author() + ": " + book.why());
            for (PriceBookStep step : book.steps()) {
                String day = step.day() == null
                        ? ""
                        : (step.kind() == PriceBookStep.Kind.APPROVED ? " for " : " on ") + step.day();
                String kind = step.kind().name().toLowerCase(Locale.ROOT);
                lines.add(INDENT + kind + day + " " + step.at() + " by " + step.author() + ": " + step.why());
            }
        }
        return lines;
    }
}
