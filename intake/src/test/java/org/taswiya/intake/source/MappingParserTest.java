package org.taswiya.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.yaml.Finding;

/// What a mapping may not say, with the place where it says so.
final class MappingParserTest {
    private static final String GOOD = """
            brings: reading
            delimiter: ";"
            decimal: ","
            thousands: space
            dates: [dd/MM/yyyy, d.M.yy]
            columns:
              usagePoint: POINT
              at: { column: 2 }
              value: { column: INDEX, unit: L }
              kind: { column: TYPE, codes: { R: actual, C: customer } }
            """;

    @Test
    void aGoodOneIsRead() {
        SourceMapping mapping = Sources.mapping(GOOD);
        assertThat(mapping.brings()).isEqualTo(RecordKind.READING);
        assertThat(mapping.form().delimiter()).isEqualTo(';');
        assertThat(mapping.columns()).hasSize(4);
    }

    /// A photo that was given the name of a mapping, a text saved as another charset, nothing at all.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            picture | 89504E470D0A1A0A     | 1:1: found bytes that are no text in UTF-8, expected a text file
            latin1  | 613A20310A623A20E9   | 2:4: found bytes that are no text in UTF-8, expected a text file
            zeros   | 613A20310A00         | 2:1: found bytes that are no text in UTF-8, expected a text file
            empty   | 0A                   | 1:1: found an empty file, expected fields such as 'name: value'
            """)
    void whatIsNoTextIsAFinding(String trap, String bytes, String finding, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("m.yaml"), HexFormat.of().parseHex(bytes));
        MappingReading reading = MappingParser.parse(file);
        assertThat(reading).isInstanceOf(MappingReading.Faulty.class);
        assertThat(((MappingReading.Faulty) reading).findings())
                .singleElement()
                .asString()
                .contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brings: reading          | brings: money           | 1:9: found money, expected one of account
            delimiter: ";"           | delimiter: x            | 2:12: found x, expected one of
            decimal: ","             | comma: yes              | found the unknown field 'comma'
            thousands: space         | thousands: ","          | found the sign that stands before decimals
            thousands: space         | charset: ebcdic         | found ebcdic, expected one of utf-8
            thousands: space         | zone: Mars/Olympus      | found an unknown zone
            d.M.yy                   | MM/yyyy                 | found MM/yyyy, expected a form of days
            usagePoint: POINT        | premise: POINT          | found 'premise', expected a field of reading
            usagePoint: POINT        | kind: POINT             | found neither 'usagePoint' nor 'serial'
            unit: L                  | unit: gallon            | found gallon, expected one of L, MWh
            unit: L                  | factor: -1              | found -1, expected a number above zero
            unit: L                  | codes: { a: b }         | found 'codes' of value, which is a number
            at: { column: 2 }        | at: { dates: yyyyMMdd } | found no field 'column'
            at: { column: 2 }        | serial: N               | found no column or constant 'at'
            """)
    void whatMakesNoSenseIsAFinding(String good, String bad, String finding) {
        MappingReading reading = MappingParser.parse("m.yaml", "m", GOOD.replace(good, bad));
        assertThat(reading).isInstanceOf(MappingReading.Faulty.class);
        List<Finding> findings = ((MappingReading.Faulty) reading).findings();
        assertThat(findings.toString()).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            points: { A: B, C: B }   | B a second time
            points: { A: [B] }       | our reference of A
            namedBy: meter           | expected one of
            delimiter: ';'           | a feed has its own form
            columns: { at: day }     | a feed has its own form
            """)
    void aFeedHasItsOwnForm(String line, String finding) {
        MappingReading reading = MappingParser.parse("m.yaml", "m", "brings: feed\nsource: test\n" + line + "\n");
        assertThat(reading).isInstanceOf(MappingReading.Faulty.class);
        assertThat(((MappingReading.Faulty) reading).findings().toString()).contains(finding);
    }

    @Test
    void whatTheUtilityShipsIsInOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "utilities", "casablanca", "sources"))) {
            List<Path> mappings = files.toList();
            assertThat(mappings).hasSizeGreaterThanOrEqualTo(RecordKind.values().length);
            for (Path mapping : mappings) {
                assertThat(MappingParser.parse(mapping)).isInstanceOf(MappingReading.Read.class);
            }
        }
    }
}
