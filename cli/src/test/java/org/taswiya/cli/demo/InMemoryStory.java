package org.taswiya.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;

/// A story billed in memory, with the figures and the screen that it comes to.
record InMemoryStory(Story story, Figures figures, BillCounts counts) {
    static final Path UTILITIES = Path.of("..", "utilities");

    static InMemoryStory of(Story story) throws IOException {
        TariffLibrary library = TariffLibrary.of(UTILITIES);
        Map<String, Tariff> tariffs = new TreeMap<>();
        story.tariffs().forEach(id -> tariffs.put(id, library.tariff(id).orElseThrow()));
        PolicyReading.Read policies = policies();
        InMemoryBooks books = new InMemoryBooks(tariffs, policies.policy());
        Figures figures = new Figures();
        SortedMap<String, Long> held = new TreeMap<>();
        long[] gapEstimated = new long[1];
        long[] letOut = new long[1];
        LocalDate[] first = {LocalDate.MAX};
        books.bill(story, (subscriber, round, input, outcome) -> {
            AccountOutcome checked =
                    policies.checks().hold(input, outcome, subscriber.customer().customerClass(), Set.of(), List.of());
            letOut[0] += outcome.bills().size() - checked.bills().size();
            for (var agreement : checked.agreements()) {
                if (agreement instanceof HeldAgreement hold) {
                    hold.holds().forEach(reason -> held.merge(reason.reason().code(), 1L, Long::sum));
                }
            }
            gapEstimated[0] += round.inGap() ? outcome.bills().size() : 0;
            if (!outcome.bills().isEmpty() && round.billTo().isBefore(first[0])) {
                first[0] = round.billTo();
            }
            if (round.settles()) {
                figures.add(subscriber, input, outcome);
            }
        });
        BillCounts counts = new BillCounts(
                first[0],
                story.rounds().getLast().billTo(),
                books.bills(),
                books.estimates(),
                gapEstimated[0],
                held,
                letOut[0]);
        return new InMemoryStory(story, figures, counts);
    }

    static PolicyReading.Read policies() throws IOException {
        Path file = UTILITIES.resolve("casablanca").resolve("policies.yaml");
        if (PolicyParser.parse(file) instanceof PolicyReading.Read read) {
            return read;
        }
        throw new IllegalStateException(file + " has faults");
    }

    /// The screen without what only the database knows.
    List<String> screen() {
        return new Screen(Look.PLAIN, new Currency("MAD"))
                .lines(
                        new Screen.Headline(story.title(), story.aside(), story.gapWords(), story.notes()),
                        counts,
                        figures,
                        new Checks(counts.issued(), Money.ZERO, 0, List.of()));
    }
}
