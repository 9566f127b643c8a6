package org.taswiya.intake.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryFileTest {
    private static final String HEADER = "meter,class,from,to,quantity\n";

    @TempDir
    private Path folder;

    private final List<MeterHistory> meters = new ArrayList<>();

    @Test
    void metersComeOneAfterTheOtherWithTheirPeriods() throws IOException {
        HistoryCount count = read(HEADER
                + "a,HOUSE,2020-01-01,2020-02-01,12\n"
                + "a,HOUSE,2020-02-01,2020-03-01,13.50\n"
                + "b,SHOP,2020-01-01,2020-02-01,0\n");
        assertThat(meters).extracting(MeterHistory::meter).containsExactly("a", "b");
        assertThat(meters.getFirst().periods())
                .extracting(usage -> usage.range() + " " + usage.quantity())
                .containsExactly("2020-01-01/2020-02-01 12", "2020-02-01/2020-03-01 13.5");
        assertThat(count.rows()).isEqualTo(3);
        assertThat(count.meters()).isEqualTo(2);
        assertThat(count.refused()).isEmpty();
    }

    /// `;` stands for a comma, so that a row fits a table.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "missing-field,  a;HOUSE;2020-03-01;2020-04-01",
        "missing-field,  a;HOUSE;2020-03-01;2020-04-01;1;more",
        "missing-field,  a;HOUSE;2020-03-01;2020-04-01; ",
        "missing-field,  ;HOUSE;2020-03-01;2020-04-01;1",
        "bad-date,       a;HOUSE;2020-02-30;2020-04-01;1",
        "bad-date,       a;HOUSE;1.3.2020;2020-04-01;1",
        "bad-date,       a;HOUSE;2020-04-01;2020-04-01;1",
        "bad-date,       a;HOUSE;2020-04-01;2020-03-01;1",
        "bad-date,       a;HOUSE;0020-03-01;2020-04-01;1",
        "bad-number,     a;HOUSE;2020-03-01;2020-04-01;1e3",
        "bad-number,     a;HOUSE;2020-03-01;2020-04-01;NaN",
        "bad-number,     a;HOUSE;2020-03-01;2020-04-01;12345678901234567890",
        "negative-usage, a;HOUSE;2020-03-01;2020-04-01;-1",
        "too-large,      a;HOUSE;2020-03-01;2020-04-01;1000000000001",
        "too-large,      a;HOUSE;2020-03-01;2020-04-01;0.1234567",
        "overlap,        a;HOUSE;2020-01-31;2020-03-01;1",
        "overlap,        a;HOUSE;2020-01-01;2020-02-01;1",
    })
    void aRowThatIsWrongIsCountedAndStopsNoOther(String fault, String row) throws IOException {
        HistoryCount count = read(HEADER
                + "a,HOUSE,2020-01-01,2020-02-01,12\n"
                + row.replace(';', ',')
                + "\na,HOUSE,2020-05-01,2020-06-01,14\n");
        assertThat(count.refused().entrySet())
                .extracting(entry -> entry.getKey().code() + " " + entry.getValue())
                .containsExactly(fault + " 1");
        assertThat(count.examples().getFirst().line()).isEqualTo(3);
        assertThat(meters.getFirst().periods()).hasSize(2);
    }

    @Test
    void rowsOfOneMeterMustFollowEachOther() throws IOException {
        HistoryCount count = read(HEADER
                + "a,HOUSE,2020-01-01,2020-02-01,1\n"
                + "b,HOUSE,2020-01-01,2020-02-01,2\n"
                + "a,HOUSE,2020-02-01,2020-03-01,3\n");
        assertThat(count.refused()).containsOnlyKeys(RowFault.METER_SCATTERED);
        assertThat(count.examples())
                .hasToString("[line 4: meter-scattered: meter a again, expected its rows to follow each other]");
        assertThat(meters).hasSize(2);
    }

    @Test
    void examplesAreFewWhateverTheNumberOfFaults() throws IOException {
        HistoryCount count = read(HEADER + "a,HOUSE,x,y,1\n".repeat(1000));
        assertThat(count.refusedRows()).isEqualTo(1000);
        assertThat(count.examples()).hasSize(HistoryRows.EXAMPLES_OF_A_FAULT);
        assertThat(meters).isEmpty();
    }

    @Test
    void orderOfFieldsQuotesBlankLinesAndByteOrderMarkDoNotMatter() throws IOException {
        read("\uFEFF\"to\",from,note,quantity,class,meter\r\n\r\n"
                + "2020-02-01,2020-01-01,,7,\"shop, \"\"big\"\"\",m1\r\n");
        assertThat(meters.getFirst().meterClass()).isEqualTo("shop, \"big\"");
        assertThat(meters.getFirst().periods()).hasSize(1);
    }

    /// As of a utility that writes a month after the other.
    @Test
    void whatWasBilledMayStandInAnyOrder() throws IOException {
        Path file = folder.resolve("usage.csv");
        Files.writeString(
                file,
                HEADER + "b,SHOP,2020-02-01,2020-03-01,4\na,HOUSE,2020-01-01,2020-02-01,12\n"
                        + "b,SHOP,2020-01-01,2020-02-01,3\na,HOUSE,2020-01-15,2020-02-15,5\n");
        HistoryCount count = HistoryFile.ofBilled(file).read(meters::add);
        assertThat(count.refusedRows()).isZero();
        assertThat(count.meters()).isEqualTo(2);
        assertThat(meters)
                .extracting(meter -> meter.meter() + " " + meter.meterClass() + " "
                        + meter.periods().stream()
                                .map(usage -> usage.quantity().toString())
                                .toList())
                .containsExactly("b SHOP [3, 4]", "a HOUSE [12, 5]");
    }

    @Test
    void whatWasBilledTwiceAlikeCountsOnceAndWhatOverlapsIsNamed() throws IOException {
        Path file = folder.resolve("billed.csv");
        Files.writeString(
                file,
                HEADER
                        + "a,HOUSE,2020-01-01,2020-02-01,12\n"
                        + "a,HOUSE,2020-02-01,2020-03-01,5\n"
                        + "a,HOUSE,2020-01-01,2020-02-01,12\n"
                        + "a,HOUSE,2020-02-20,2020-04-01,9\n"
                        + "b,HOUSE,2020-01-01,2020-02-01,12\n");
        HistoryCount count = HistoryFile.ofBilled(file).read(meters::add);
        assertThat(count.refused()).containsExactly(Map.entry(RowFault.REPEATED, 1L));
        assertThat(count.examples()).hasToString("[line 4: repeated: 12 of 2020-01-01/2020-02-01 of meter a again]");
        assertThat(count.overlapping()).isOne();
        assertThat(count.overlaps())
                .hasToString("[line 5: overlap: 2020-02-20/2020-04-01 of meter a, and 2020-02-01/2020-03-01 on"
                        + " line 3]");
        assertThat(meters.getFirst().periods()).hasSize(3);
    }

    @Test
    void inWhichOrderTwoRowsOfTheSameDaysStandChangesNothing() throws IOException {
        List<String> rows = List.of("a,HOUSE,2020-01-01,2020-02-01,900\n", "a,HOUSE,2020-01-01,2020-02-01,12\n");
        for (List<String> order : List.of(rows, rows.reversed())) {
            Path file = Files.writeString(folder.resolve("billed.csv"), HEADER + String.join("", order));
            HistoryFile.ofBilled(file).read(meters::add);
        }
        assertThat(meters.getFirst()).isEqualTo(meters.getLast());
        assertThat(meters.getFirst().periods())
                .extracting(period -> period.quantity())
                .hasToString("[12, 900]");
    }

    @Test
    void gzipIsSeenFromItsFirstBytes() throws IOException {
        Path file = folder.resolve("usage.csv");
        byte[] bytes = gzip(HEADER + "a,HOUSE,2020-01-01,2020-02-01,12\n");
        Files.write(file, bytes);
        new HistoryFile(file).read(meters::add);
        assertThat(meters).hasSize(1);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> new HistoryFile(file).read(meters::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken gzip");
    }

    @Test
    void anotherHeaderIsNoHistory() {
        assertThatThrownBy(() -> read("meter;class;from;to;quantity\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(":1: found 'meter;class;from;to;quantity', expected the header");
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class).hasMessageContaining("found ''");
    }

    private byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private HistoryCount read(String text) throws IOException {
        Path file = folder.resolve("usage.csv");
        Files.writeString(file, text);
        return new HistoryFile(file).read(meters::add);
    }
}
