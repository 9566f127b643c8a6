package org.taswiya.intake.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the bytes of a file are as rows, trap by trap.
final class RowReaderTest {
    private static final String HEAD = "point,day,index\n";
    private static final String GOOD = "E1,2020-03-01,100";
    private static final String OPEN = "lastLine: open\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> traps() {
        return Stream.of(
                Arguments.of("plain", GOOD + "\n" + "E2,2020-03-01,7\n", "2 E1 2020-03-01 100|3 E2 2020-03-01 7"),
                Arguments.of("no last line end", GOOD, "2 E1 2020-03-01 100"),
                Arguments.of(
                        "line ends of Windows and of old Macs",
                        GOOD + "\r\n" + GOOD + "\r" + GOOD,
                        "2 E1 2020-03-01 100|3 E1 2020-03-01 100|4 E1 2020-03-01 100"),
                Arguments.of("blank lines", "\n  \n" + GOOD + "\n\n", "4 E1 2020-03-01 100"),
                Arguments.of("spaces and quotes", "\"E1\", 2020-03-01 ,\" 100\"\n", "2 bad-number index"),
                Arguments.of("a doubled quote", "\"E\"\"1\",2020-03-01,1\n", "2 E\"1 2020-03-01 1"),
                Arguments.of("a delimiter in quotes", "\"E,1\",2020-03-01,1\n", "2 E,1 2020-03-01 1"),
                Arguments.of("a quote inside is only a character", "E\"1,2020-03-01,1\n", "2 E\"1 2020-03-01 1"),
                Arguments.of(
                        "a line break in quotes",
                        "\"E\n1\",2020-03-01,x\n" + GOOD,
                        "2 bad-number index|4 E1 2020-03-01 100"),
                Arguments.of(
                        "a forgotten quote costs one row",
                        "\"E1,2020-03-01,1\n" + GOOD + "\n",
                        "2 open-quote field 1|3 E1 2020-03-01 100"),
                Arguments.of(
                        "text after a quote",
                        "\"E1\"x,2020-03-01,1\n" + GOOD,
                        "2 bad-quote field 1|3 E1 2020-03-01 100"),
                Arguments.of("NUL", "E1,2020-\0,1\n" + GOOD, "2 control-character field 2|3 E1 2020-03-01 100"),
                Arguments.of("too few fields", "E1,2020-03-01\n", "2 field-count "),
                Arguments.of("too many fields", GOOD + ",\n", "2 field-count "),
                Arguments.of("an empty field", ",2020-03-01,1\n", "2 missing-field point"),
                Arguments.of(
                        "a row longer than any",
                        "E1,2020-03-01," + "1".repeat(300_000) + "\n" + GOOD,
                        "2 too-long field 3|3 E1 2020-03-01 100"),
                Arguments.of(
                        "a mark that an earlier program left", "E\uFFFD,2020-03-01,1\n", "2 malformed-text field 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void rowsAreAcceptedOrRefused(String trap, String text, String expected) {
        assertThat(Sources.told(Sources.rows(OPEN + Sources.READINGS, (HEAD + text).getBytes(UTF_8))))
                .as(trap)
                .containsExactly(expected.split("\\|"));
    }

    /// 37 may have been 370, where nothing in the file says that it was not.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            it ends in a value           |          | E1,2020-03-01,37            | 2 no-line-end field 3
            only the last row |  | E0,2020-03-01,7+E1,2020-03-01,37 | 2 E0 2020-03-01 7;3 no-line-end field 3
            it ends before a value       |          | E1,2020-03-01,              | 2 missing-field index
            it ends in a value before    |          | E1,2020-0                   | 2 field-count
            the value is quoted          |          | E1,2020-03-01,"37"          | 2 E1 2020-03-01 37
            the quote is cut             |          | E1,2020-03-01,"37           | 2 open-quote field 3
            a line of old Macs           |          | E1,2020-03-01,37-           | 2 E1 2020-03-01 37
            nobody reads what is cut     | ,remark  | E1,2020-03-01,37,locked     | 2 E1 2020-03-01 37
            """)
    void aValueInWhichTheFileEndsComesBack(String trap, @Nullable String more, String text, String expected) {
        String file = HEAD.strip() + (more == null ? "" : more) + "\n"
                + text.replace('+', '\n').replaceAll("-$", "\r");
        assertThat(Sources.told(Sources.rows(Sources.READINGS, file.getBytes(UTF_8))).stream()
                        .map(String::strip)
                        .toList())
                .as(trap)
                .containsExactly(expected.split(";"));
    }

    /// It is as long as any other answer, and whole.
    @Test
    void whatCameBackForThatIsTakenAsItIs() {
        String answered = "point,day,index,taswiya-line,taswiya-reason\n" + GOOD + ",2,no-line-end: x";
        assertThat(Sources.told(Sources.rows(Sources.READINGS, answered.getBytes(UTF_8))))
                .containsExactly("2 E1 2020-03-01 100");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirField() {
        byte[] bytes = (HEAD + "E1,2020-03-01,1\nE?,2020-03-01,1\n").getBytes(UTF_8);
        bytes[new String(bytes, UTF_8).indexOf('?')] = (byte) 0xE9;
        assertThat(Sources.told(Sources.rows(Sources.READINGS, bytes)))
                .containsExactly("2 E1 2020-03-01 1", "3 malformed-text field 1");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-16le"})
    void arabicIsReadInEveryCharset(String charset) {
        String text = "نقطة;التاريخ;القراءة\nط١;01/03/2020;1234\n".replace('١', '1');
        String yaml = """
                brings: reading
                charset: %s
                delimiter: ";"
                dates: dd/MM/yyyy
                columns: { usagePoint: نقطة, at: التاريخ, value: القراءة }
                """.formatted(charset);
        assertThat(Sources.told(Sources.rows(yaml, text.getBytes(Charset.forName(charset)))))
                .containsExactly("2 ط1 2020-03-01 1234");
    }

    @Test
    void aMarkOfUtf8IsNoText() {
        assertThat(Sources.told(Sources.rows(Sources.READINGS, ("\uFEFF" + HEAD + GOOD + "\n").getBytes(UTF_8))))
                .containsExactly("2 E1 2020-03-01 100");
    }

    @Test
    void gzipIsSeenFromItsFirstBytes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEAD + GOOD).getBytes(UTF_8));
        }
        assertThat(Sources.told(Sources.rows(Sources.READINGS, packed.toByteArray())))
                .containsExactly("2 E1 2020-03-01 100");
    }

    @Test
    void aColumnThatIsNotThereRefusesTheFile() {
        assertThatThrownBy(() -> Sources.rows(Sources.READINGS, "point,day\nE1,2020-03-01\n".getBytes(UTF_8)))
                .hasRootCauseInstanceOf(SourceRefused.class)
                .hasMessageContaining("needs a column 'index'");
    }

    /// From every place between two rows, the rest is what it is from the beginning.
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"utf-8", "utf-16"})
    void readingGoesOnFromAnyPlace(String charset) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 20_000; i++) {
            text.append(i % 7 == 0 ? "\"ط\n" + i + "\"" : "E" + i)
                    .append(",2020-03-01,")
                    .append(i)
                    .append('\n');
        }
        Path file = Files.write(
                folder.resolve("many.csv"), text.toString().getBytes(charset.equals("utf-8") ? UTF_8 : UTF_16));
        SourceMapping mapping = Sources.mapping("charset: " + charset + "\n" + Sources.READINGS);
        List<ParsedRow> all = Sources.rows(file, mapping);
        assertThat(all).hasSize(20_000);
        for (int from : new int[] {0, 1, 7, 4_999, 19_999}) {
            List<ParsedRow> rest = new ArrayList<>();
            long[] place = place(file, mapping, from);
            try (RowReader reader = RowReader.open(file, mapping.form())) {
                RowParser parser = RowParser.of(file, reader, mapping);
                reader.skipTo(place[0], place[1]);
                while (reader.next()) {
                    rest.add(parser.row());
                }
            }
            assertThat(rest).isEqualTo(all.subList(from, all.size()));
        }
    }

    private static long[] place(Path file, SourceMapping mapping, int rows) throws IOException {
        try (RowReader reader = RowReader.open(file, mapping.form())) {
            RowParser.of(file, reader, mapping);
            for (int i = 0; i < rows; i++) {
                reader.next();
            }
            return new long[] {reader.offset(), reader.nextLine()};
        }
    }

    /// A file of rejected rows is read by the same mapping, and its two columns more are none of the row's.
    @Test
    void columnsThatAnImportAddedAreTakenOff() {
        String answered = "point,day,index,taswiya-line,taswiya-reason\n" + GOOD + ",17,\"future-date: x\"\n";
        List<ParsedRow> rows = Sources.rows(Sources.READINGS, answered.getBytes(UTF_8));
        assertThat(Sources.told(rows)).containsExactly("2 E1 2020-03-01 100");
        assertThat(((AcceptedRow) rows.getFirst()).raw()).isEqualTo(GOOD);
        String headless = "header: false\nbrings: reading\ncolumns: { usagePoint: 1, at: 2, value: 3 }\n";
        List<ParsedRow> other =
                Sources.rows(headless, (GOOD + ",17,\"future-date: x\"\n" + GOOD + ",17,x\n").getBytes(UTF_8));
        assertThat(other).map(row -> ((AcceptedRow) row).raw()).containsExactly(GOOD, GOOD + ",17,x");
    }
}
