package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;

/// However a feed is cut into files by its days, in whatever order these come and how often: the same readings, and
/// they differ by what the feed says.
final class FeedImportLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final int DAYS = 9;

    private static int count;

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void orderRepetitionAndSplitsDoNotMatterAndNothingIsLost(@ForAll Random random) throws IOException {
        String first = String.format(Locale.ROOT, "LAWA%06d", ++count);
        String second = String.format(Locale.ROOT, "LAWB%06d", count);
        Town town = new Town(DATABASE, TestDatabases.folder("feeds"));
        FeedTown feeds = new FeedTown(town);
        String dial = ";" + random.nextInt(3) + ";" + List.of("1", "40", "0,3").get(random.nextInt(3)) + ";ELEC;17";
        feeds.meter(first, dial);
        feeds.meter(second, dial);
        List<String> days = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (int day = 1; day <= DAYS; day++) {
            String quantity = random.nextInt(500) + "." + (10_000_000 + random.nextInt(89_999_999));
            sum = sum.plus(Fraction.of(Decimal.parse(quantity)));
            days.add(FeedTown.day(day, quantity, random.nextInt(3) == 0 ? "E52" : "A"));
        }
        feeds.take(FeedTown.feed(FeedTown.stream(first, "E1", days.toArray(new String[0]))));
        for (List<String> part : parts(days, random)) {
            Path file = town.file(FeedTown.feed(FeedTown.stream(second, "E1", part.toArray(new String[0]))));
            town.take(Town.shipped("feed"), file, 1 + random.nextInt(3));
        }
        assertThat(all(town, second).stream().map(row -> row.replace(second, first)))
                .hasSize(DAYS)
                .isEqualTo(all(town, first));
        String last = all(town, first).getLast();
        Fraction counted = ExactText.read(last.substring(last.lastIndexOf("exactly ") + "exactly ".length()))
                .orElseThrow()
                .minus(Fraction.of(17));
        assertThat(counted.times(Decimal.parse(dial.split(";")[2].replace(',', '.'))))
                .isEqualTo(sum);
    }

    /// Each day in at least one file, some in two.
    private static List<List<String>> parts(List<String> days, Random random) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < days.size(); ) {
            int to = Math.min(days.size(), from + 1 + random.nextInt(3));
            parts.add(days.subList(Math.max(0, from - random.nextInt(2)), to));
            from = to;
        }
        parts.add(parts.get(random.nextInt(parts.size())));
        Collections.shuffle(parts, random);
        return parts;
    }

    private static List<String> all(Town town, String point) {
        return town.query(
                "select usage_point || ' ' || at || ' ' || kind || ' ' || trim_scale(value) || ' ' || revision"
                        + " || ' ' || provenance from reading where usage_point = '" + point
                        + "' order by at, revision");
    }
}
