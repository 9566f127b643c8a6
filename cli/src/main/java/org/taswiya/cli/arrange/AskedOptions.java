package org.taswiya.cli.arrange;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.RequestChannel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is asked for, and who decides it.
final class AskedOptions {
    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--months",
            paramLabel = "NUMBER",
            description = "How many instalments. Default: as many as the rules offer.")
    private @Nullable Integer months;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            required = true,
            converter = ChannelOption.class,
            completionCandidates = ChannelOption.Codes.class,
            description = "Through which it was asked for: ${COMPLETION-CANDIDATES}.")
    private RequestChannel channel = RequestChannel.AGENCY;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of signing. Default: today.")
    private @Nullable LocalDate on;

    @Option(
            names = "--approved-by",
            paramLabel = "NAME",
            description = "Who lets it through when it is above what a clerk grants alone; not the author.")
    private @Nullable String approver;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /// In which the amounts are.
    Currency currency(Database database) {
        return utility.currency(database);
    }

    Asked asked() throws IOException {
        return new Asked(
                utility.arrangements(),
                utility.workingDays(),
                months,
                on == null ? today() : on,
                channel,
                approver == null || approver.isBlank() ? null : approver);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    Change why() {
        return why.now();
    }

    boolean isTrial() {
        return isTrial;
    }

    boolean isJson() {
        return json;
    }
}
