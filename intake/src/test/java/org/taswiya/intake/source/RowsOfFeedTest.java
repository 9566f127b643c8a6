package org.taswiya.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.source.SourceRow.FeedDayRow;

/// The smallest hour of a day on its way through rows, also through those of before it was known.
final class RowsOfFeedTest {
    private static final String BEFORE =
            "line,point,register,service,flow,timeOfUse,among,unit,from,to,quantity,quality,complete,fault,found";

    @TempDir
    private Path folder;

    private static SourceMapping mapping() {
        return switch (MappingParser.parse("m.yaml", "m", "brings: feed\nsource: test\n")) {
            case MappingReading.Read(var mapping) -> mapping;
            case MappingReading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }

    private Path feed() throws IOException {
        return Files.writeString(
                folder.resolve("feed.csv"),
                "100,NEM12,202401310000,A,B\n200,NMI1234567,E1,E1,E1,N1,M1,KWH,30,\n300,20240101" + ",0.25".repeat(48)
                        + ",A,,,20240301000000,\n300,20240102" + ",1".repeat(48) + ",E52,,,20240301000000,\n900\n");
    }

    private List<ParsedRow> rows(RowReader reader, Path path) throws IOException {
        try (reader) {
            RowParser parser = RowParser.of(path, reader, mapping());
            List<ParsedRow> rows = new ArrayList<>();
            while (reader.next()) {
                rows.add(parser.row());
            }
            return rows;
        }
    }

    private static @Nullable Fraction leastHour(ParsedRow row) {
        return ((FeedDayRow) ((AcceptedRow) row).row()).leastHour();
    }

    private static String raw(ParsedRow row) {
        return ((AcceptedRow) row).raw();
    }

    @Test
    void aDayBringsItAndOneThatIsEstimatedHasNone() throws IOException {
        List<ParsedRow> rows = rows(RowReader.open(feed(), mapping()), feed());
        assertThat(rows).hasSize(2);
        assertThat(leastHour(rows.getFirst())).isEqualTo(Fraction.of(1, 2));
        assertThat(leastHour(rows.getLast())).isNull();
        assertThat(rows).allMatch(row -> raw(row).split(",", -1).length == 16);
    }

    /// Places in it are those that the older program kept.
    @Test
    void anImportThatAnOlderProgramBeganGoesOnWithItsRows() throws IOException {
        List<ParsedRow> rows = rows(RowReader.open(feed(), mapping(), BEFORE), feed());
        assertThat(raw(rows.getFirst())).endsWith("2024-01-01,2024-01-02,12,actual,true,,");
        assertThat(leastHour(rows.getFirst())).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            asItCame             | true,0.5,,       | 1/2
            aRatio               | true,0 1/3,,     | 1/3
            none                 | true,,,          | -
            fromBefore           | true,,           | -
            """)
    void rowsThatComeBackKeepIt(String trap, String end, @Nullable String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("rejected.csv"), written(end));
        List<ParsedRow> rows = rows(RowReader.open(file, mapping()), file);
        Fraction least = leastHour(rows.getFirst());
        assertThat(least == null ? null : least.toString()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'true,-1,,'", "'true,much,,'", "'true,12.1,,'"})
    void oneThatCannotBeIsRefused(String end) throws IOException {
        Path file = Files.writeString(folder.resolve("rejected.csv"), written(end));
        assertThat(rows(RowReader.open(file, mapping()), file)).singleElement().satisfies(row -> {
            assertThat(row).isInstanceOf(RefusedRow.class);
            assertThat(((RefusedRow) row).reason()).isEqualTo(RowReason.BAD_NUMBER);
        });
    }

    private static String written(String end) {
        boolean isBefore = end.chars().filter(c -> c == ',').count() == 2;
        return (isBefore ? BEFORE : FeedRows.HEADER)
                + "\n3,\"NMI1234567\",\"E1\",electricity,delivered,\"\",1,kWh,2024-01-01,2024-01-02,12,actual," + end
                + "\n";
    }
}
