package org.taswiya.cli.notice;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Database;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya notice show`: one notice in full.
@Command(
        name = "show",
        description = {
            "Shows the evidence of a notice, the reading that brought it, what was decided, and the words for the"
                    + " customer.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such notice."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya notice show 12",
            "  ./taswiya notice show 12 --lang en",
            "  ./taswiya notice show 12 --json | jq .figures"
        })
final class NoticeShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NOTICE", description = "Its number, as `notice list` shows it.")
    private long number;

    @Option(
            names = "--lang",
            completionCandidates = LanguageOption.Codes.class,
            paramLabel = "ar|fr|en",
            converter = LanguageOption.OfCode.class,
            description = "The language of the words: Arabic, French or English. Default: the customer's.")
    private @Nullable Language language;

    @Option(names = "--json", description = "One JSON object, with the words in all three languages.")
    private boolean json;

    @Override
    public Integer call() {
        List<NoticeCandidate> found;
        try (Database database = home.open()) {
            found = NoticeCandidates.list(database, NoticeFilter.ALL).stream()
                    .filter(candidate -> candidate.number() == number)
                    .toList();
        }
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no notice " + number);
        }
        PrintWriter out = spec.commandLine().getOut();
        NoticeCandidate candidate = found.getFirst();
        if (json) {
            out.println(NoticeJson.of(candidate));
        } else {
            NoticeText.show(out, candidate, language);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
