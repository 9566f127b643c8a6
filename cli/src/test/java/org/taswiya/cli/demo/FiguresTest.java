package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;

final class FiguresTest {
    @Test
    void figures() throws java.io.IOException {
        long start = System.nanoTime();
        String file = System.getProperty("file");
        Story story = file == null
                ? Story.casablanca(Integer.getInteger("n", 300), 2020)
                : new HistoryTown(
                                Path.of(file), HistoryTown.serviceOf(Path.of(file)), Integer.getInteger("n", 300), 2020)
                        .story(java.time.LocalDate.of(2014, 8, 1));
        System.out.println("population " + (System.nanoTime() - start) / 1_000_000 + " ms");
        Path utilities = Path.of(System.getProperty("taswiya.root", ".."), "utilities");
        TariffLibrary library = TariffLibrary.of(utilities);
        Map<String, Tariff> tariffs = new TreeMap<>();
        story.tariffs().forEach(id -> tariffs.put(id, library.tariff(id).orElseThrow()));
        BillingPolicy policy =
                ((PolicyReading.Read) PolicyParser.parse(utilities.resolve("casablanca/policies.yaml"))).policy();
        InMemoryBooks books = new InMemoryBooks(tariffs, policy);
        TreeMap<String, Long> held = new TreeMap<>();
        Figures f = new Figures();
        long[] gap = new long[1];
        books.bill(story, (s, round, in, out) -> {
            out.agreements().forEach(o -> {
                if (o instanceof org.taswiya.core.billing.AccountOutcome.HeldAgreement h) {
                    h.holds().forEach(x -> held.merge(x.reason().code(), 1L, Long::sum));
                } else if (round.inGap()) gap[0]++;
            });
            if (round.settles()) f.add(s, in, out);
        });
        System.out.println("settled " + (System.nanoTime() - start) / 1_000_000 + " ms");
        story.notes().forEach(System.out::println);
        System.out.println(story.rounds());
        new Screen(Look.COLOURED)
                .lines(
                        new Screen.Headline(story.title(), story.aside(), story.gapWords(), story.notes()),
                        new BillCounts(
                                story.rounds().getFirst().billTo(),
                                story.rounds().getLast().billTo(),
                                books.bills(),
                                books.estimates(),
                                gap[0],
                                held),
                        f,
                        new Checks(books.bills(), org.taswiya.core.quantity.Money.ZERO, 4006, List.of()))
                .forEach(System.out::println);
        assertThat(f.laws().broken()).isEmpty();
    }
}
