package org.taswiya.cli.notice;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeCandidates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya notice list`: whom to tell of what.
@Command(
        name = "list",
        description = {
            "Shows the abnormal use of which customers should be told, in the order in which it was raised: when a"
                    + " reading came to count, by the limits of its service and class in the utility's validation.yaml."
                    + " How often these are right: docs/abnormal-use.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya notice list",
            "  ./taswiya notice list --kind surge --service water --area Maarif",
            "  ./taswiya notice list --json | jq -r '[.account, .texts.ar] | @tsv'"
        })
final class NoticeListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private NoticeFilterOption filter;

    @Option(names = "--json", description = "One JSON object a line for each notice.")
    private boolean json;

    @Override
    public Integer call() {
        List<NoticeCandidate> candidates;
        try (Database database = home.open()) {
            candidates = NoticeCandidates.list(database, filter.filter());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            candidates.forEach(candidate -> out.println(NoticeJson.of(candidate)));
        } else {
            NoticeText.print(out, candidates);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
