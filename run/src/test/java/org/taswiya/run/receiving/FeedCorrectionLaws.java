package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;

/// However the days of a feed and their corrections are cut into files, in whatever order these come: each day has the
/// usage that the last correction of it says, or the feed where none does.
final class FeedCorrectionLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final int YEAR = 365;
    private static final int CORRECTIONS = 6;
    /// Quantities are in thousandths, and the dial goes on from zero behind its third digit.
    private static final int THOUSAND = 1_000;

    private static final int MOST = 9 * THOUSAND;

    private static int count;

    /// A file of days.
    private record Part(boolean corrects, List<Integer> days, List<Integer> quantities) {}

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void eachDayOfAYearHasWhatIsSaidLastOfIt(@ForAll Random random) throws IOException {
        holds(random, YEAR, YEAR / 3, List.of(100, 10_000));
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void eachDayOfAWeekHasWhatIsSaidLastOfIt(@ForAll Random random) throws IOException {
        holds(random, 7, 2, List.of(1, 3, 10_000));
    }

    /// @param most days of a file
    private static void holds(Random random, int days, int most, List<Integer> batches) throws IOException {
        String point = String.format(Locale.ROOT, "LAWC%06d", ++count);
        Town town = new Town(DATABASE, TestDatabases.folder("feeds"));
        String factor = List.of("1", "40", "0,3").get(random.nextInt(3));
        new FeedTown(town)
                .meter(point, FeedTown.FIRST.minusDays(days), "3;" + random.nextInt(3) + ";" + factor + ";ELEC;17");
        List<Integer> quantities = random.ints(days, 0, MOST).boxed().toList();
        List<Part> parts = parts(quantities, most, random);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String yaml = "# %s\nbrings: feed\ncorrects: %s\nsource: test\n".formatted(i, part.corrects());
            int batch = batches.get(random.nextInt(batches.size()));
            town.take(Town.mapping(yaml), town.file(feed(point, part, days)), batch);
        }
        assertThat(used(town, point, Decimal.parse(factor.replace(',', '.'))))
                .as("%s", parts)
                .isEqualTo(lastWords(quantities, parts));
    }

    /// Each day in a plain file at least once; corrections of some days, one alone or several.
    private static List<Part> parts(List<Integer> quantities, int most, Random random) {
        int days = quantities.size();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < days; ) {
            int to = Math.min(days, from + 1 + random.nextInt(most));
            List<Integer> of = IntStream.range(Math.max(0, from - random.nextInt(2)), to)
                    .boxed()
                    .toList();
            parts.add(new Part(false, of, of.stream().map(quantities::get).toList()));
            from = to;
        }
        for (int i = 0; i < CORRECTIONS; i++) {
            int length = random.nextBoolean() ? 1 : 1 + random.nextInt(most);
            int from = random.nextInt(days - length + 1);
            List<Integer> of = IntStream.range(from, from + length).boxed().toList();
            parts.add(new Part(true, of, random.ints(length, 0, MOST).boxed().toList()));
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    private static String feed(String point, Part part, int before) {
        List<String> days = new ArrayList<>();
        for (int i = 0; i < part.days().size(); i++) {
            String quantity = Fraction.of(part.quantities().get(i), THOUSAND).toText(3);
            days.add(FeedTown.day(1 - before + part.days().get(i), quantity));
        }
        return FeedTown.feed(FeedTown.stream(point, "E1", "KWH", days));
    }

    private static List<Fraction> lastWords(List<Integer> quantities, List<Part> parts) {
        List<Integer> words = new ArrayList<>(quantities);
        parts.stream().filter(Part::corrects).forEach(part -> {
            for (int i = 0; i < part.days().size(); i++) {
                words.set(part.days().get(i), part.quantities().get(i));
            }
        });
        return words.stream().map(word -> Fraction.of(word, THOUSAND)).toList();
    }

    /// What the dial counts from day to day.
    private static List<Fraction> used(Town town, String point, Decimal factor) {
        List<String> dial = town.query("""
                select distinct on (at) substring(provenance from 'exactly (.*)') from reading where usage_point = '%s'
                order by at, revision desc""".formatted(point));
        List<Fraction> used = new ArrayList<>();
        Fraction before = Fraction.of(17);
        for (String shown : dial) {
            Fraction now = ExactText.read(shown).orElseThrow();
            Fraction turned = now.minus(before);
            turned = turned.signum() < 0 ? turned.plus(Fraction.of(THOUSAND)) : turned;
            used.add(turned.times(factor).reduced());
            before = now;
        }
        return used;
    }
}
