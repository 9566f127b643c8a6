package org.taswiya.cli.workbench;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya tariff approve`: a second person lets a book through.
@Command(
        name = "approve",
        description = {
            "Approves a price book that waits, for a day: on it, it is published. Never by who proposed" + " it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff approve 3 --for 2025-01-01 --why \"as decreed\""})
final class TariffApproveCommand implements Callable<Integer> {
    @Mixin
    private BookDecision decision;

    @Option(names = "--for", paramLabel = "DAY", required = true, description = "The day on which it is published.")
    private LocalDate day = LocalDate.EPOCH;

    @Mixin
    private TodayOption today;

    @Override
    public Integer call() {
        return decision.make((desk, book, why, beside) -> desk.approve(book, day, today.day(), why, beside));
    }
}
