package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.intake.greenbutton.GreenButtonText.block;
import static org.taswiya.intake.greenbutton.GreenButtonText.meterReading;
import static org.taswiya.intake.greenbutton.GreenButtonText.point;
import static org.taswiya.intake.greenbutton.GreenButtonText.reading;
import static org.taswiya.intake.greenbutton.GreenButtonText.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedSeries;

/// In which order a feed brings its entries, and an entry its links, changes nothing of its days.
class GreenButtonLaws {
    private static final long FIRST = 1_717_214_400;
    private static final long HOUR = 3600;

    /// What a feed comes to, whatever the order of its series.
    private record Outcome(Map<FeedSeries, List<FeedDay>> days, Map<FeedFault, Long> refused, long intervals) {}

    @Property(tries = 60)
    void anyOrderOfEntriesGivesTheSameDays(@ForAll long content, @ForAll long order, @ForAll boolean linksLast)
            throws IOException {
        List<String> entries = entries(new Random(content));
        Outcome outcome = read(entries);
        assertThat(outcome.days()).isNotEmpty();
        Collections.shuffle(entries, new Random(order));
        if (linksLast) {
            entries.replaceAll(GreenButtonLaws::withLinksLast);
        }
        assertThat(read(entries)).isEqualTo(outcome);
    }

    @Property(tries = 30)
    void hoursOfADayAddUpHoweverTheyAreCutIntoBlocks(
            @ForAll @IntRange(min = 1, max = 200) int hours, @ForAll @IntRange(min = 1, max = 50) int inABlock)
            throws IOException {
        List<String> whole = registers(1);
        List<String> cut = registers(1);
        String[] readings = GreenButtonText.readings(FIRST, HOUR, hours, 7);
        whole.add(block("0", "0", readings));
        for (int from = 0; from < hours; from += inABlock) {
            cut.add(block(
                    "0",
                    "0",
                    List.of(readings)
                            .subList(from, Math.min(hours, from + inABlock))
                            .toArray(String[]::new)));
        }
        assertThat(read(cut)).isEqualTo(read(whole));
    }

    /// Three registers with holes, overlaps, intervals over midnight and of several days, qualities and times of use.
    private static List<String> entries(Random random) {
        List<String> entries = registers(3);
        for (int register = 0; register < 3; register++) {
            long start = FIRST;
            for (int block = 0; block < 6; block++) {
                List<String> readings = new ArrayList<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    long duration = HOUR * (1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 4));
                    readings.add(
                            reading(start, duration, random.nextInt(5000), "<tou>" + random.nextInt(3) + "</tou>"));
                    boolean overlaps = random.nextInt(12) == 0;
                    start += overlaps ? duration - HOUR : duration + HOUR * random.nextInt(2);
                }
                entries.add(block(Integer.toString(register), "0", readings.toArray(String[]::new)));
            }
        }
        return entries;
    }

    private static List<String> registers(int count) {
        List<String> entries = new ArrayList<>(List.of(GreenButtonText.EASTERN, type("1", "<uom>72</uom>")));
        for (int i = 0; i < count; i++) {
            entries.add(point(Integer.toString(i), 0));
            entries.add(meterReading(Integer.toString(i), "0", "1"));
        }
        return entries;
    }

    private static String withLinksLast(String entry) {
        int title = entry.indexOf("<title/>");
        int links = entry.indexOf("<link");
        return "<entry>" + entry.substring(title).replace("</entry>", entry.substring(links, title) + "</entry>");
    }

    private static Outcome read(List<String> entries) throws IOException {
        Path file = Files.createTempFile("feed", ".xml");
        try {
            Files.writeString(file, GreenButtonText.feed(entries));
            Map<FeedSeries, List<FeedDay>> days = new TreeMap<>();
            FeedCount count = new GreenButtonFile(file, ZoneOffset.UTC)
                    .read(day -> days.computeIfAbsent(day.series(), _ -> new ArrayList<>())
                            .add(day));
            assertThat(count.whole()).isNull();
            return new Outcome(days, count.refused(), count.intervals());
        } finally {
            Files.delete(file);
        }
    }
}
