package org.taswiya.intake.nem12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.intake.feed.FeedDay;

/// How a file is cut into blocks changes nothing of its days.
class Nem12Laws {
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 28);

    @Property(tries = 100)
    void anySplitIntoBlocksGivesTheSameDays(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 50_000) Integer> values,
            @ForAll @IntRange(min = 0, max = 0xFFF) int cuts)
            throws IOException {
        StringBuilder whole = new StringBuilder(Nem12Text.HEADER + Nem12Text.stream("E1", "Wh", 30));
        StringBuilder cut = new StringBuilder(whole);
        for (int i = 0; i < values.size(); i++) {
            String day = Nem12Text.day(
                    FIRST.plusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE),
                    48,
                    values.get(i).toString(),
                    values.get(i) % 3 == 0 ? "S14" : "A");
            whole.append(day);
            cut.append((cuts >> i & 1) == 1 ? Nem12Text.stream("E1", "Wh", 30) : "")
                    .append(day);
        }
        List<FeedDay> days = read(whole + Nem12Text.END);
        assertThat(days).hasSameSizeAs(values);
        assertThat(read(cut + Nem12Text.END)).isEqualTo(days);
    }

    private static List<FeedDay> read(String text) throws IOException {
        Path file = Files.createTempFile("nem12", ".csv");
        try {
            Files.writeString(file, text);
            List<FeedDay> days = new ArrayList<>();
            assertThat(new Nem12File(file).read(days::add).isAllTaken()).isTrue();
            return days;
        } finally {
            Files.delete(file);
        }
    }
}
