package org.taswiya.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.cli.pricing.RateAnswerer;
import org.taswiya.cli.pricing.TariffLookup;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.tariff.TariffLibrary;
import tools.jackson.core.JsonGenerator;

class JsonLinesTest {

    /// Repeats the text of the field `say`, after writing something that a refusal has to take back.
    private static void echo(JsonFields line, JsonGenerator answer) {
        answer.writeArrayPropertyStart("said");
        answer.writeString(line.text("say"));
        answer.writeEndArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "text         | {\"id\":\"a\",\"say\":\"x\"}      | {\"id\":\"a\",\"said\":[\"x\"]}",
                "whole        | {\"id\":7,\"say\":\"x\"}          | {\"id\":7,\"said\":[\"x\"]}",
                "decimals     | {\"id\":1.50,\"say\":\"x\"}       | {\"id\":1.50,\"said\":[\"x\"]}",
                "exponent     | {\"id\":1e400,\"say\":\"x\"}      | {\"id\":1e400,\"said\":[\"x\"]}",
                "long | {\"id\":9223372036854775808,\"say\":\"x\"} | {\"id\":9223372036854775808,\"said\":[\"x\"]}",
                "arabic       | {\"id\":\"حساب\",\"say\":\"ماء\"} | {\"id\":\"حساب\",\"said\":[\"ماء\"]}",
                "emoji        | {\"id\":\"😀\",\"say\":\"\\ud83d\\ude00\"} | {\"id\":\"😀\",\"said\":[\"😀\"]}",
                "escapes      | {\"id\":\"\\u0000\\\"\",\"say\":\"\"} | {\"id\":\"\\u0000\\\"\",\"said\":[\"\"]}",
                "missing      | {\"say\":\"x\"}                   | {\"id\":null,\"said\":[\"x\"]}",
                "null         | {\"id\":null,\"say\":\"x\"}       | {\"id\":null,\"said\":[\"x\"]}",
                "last         | {\"say\":\"x\",\"id\":3}          | {\"id\":3,\"said\":[\"x\"]}",
            })
    void theIdIsRepeatedAsItWasSent(String trap, String question, String answer) throws IOException {
        assertThat(answers(question)).containsExactly(answer);
    }

    @Test
    void aBrokenLineStopsNoOther() throws IOException {
        assertThat(answers("""
                {"id":1,"say":"a"}
                {"id":2,"say":
                {"id":3}
                {"id":4,"say":"d"}
                """))
                .containsExactly(
                        "{\"id\":1,\"said\":[\"a\"]}",
                        "{\"id\":null,\"error\":{\"reason\":\"bad-json\",\"message\":\"Column 15: Unexpected"
                                + " end-of-input within/between Object entries\",\"line\":2}}",
                        "{\"id\":3,\"error\":{\"reason\":\"missing-field\",\"message\":\"say: missing; add a text\","
                                + "\"line\":3}}",
                        "{\"id\":4,\"said\":[\"d\"]}");
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                Arguments.of("lineFeeds", "A\nB\n", 2),
                Arguments.of("noLastLineFeed", "A\nB", 2),
                Arguments.of("windows", "A\r\nB\r\n", 2),
                Arguments.of("blankLines", "\n\nA\n \t\r\n\nB\n\n", 2),
                Arguments.of("byteOrderMark", "\uFEFFA\nB", 2),
                Arguments.of("onlyTheMark", "\uFEFF", 0),
                Arguments.of("nothing", "", 0),
                Arguments.of("onlyALineFeed", "\n", 0),
                Arguments.of("spacesAround", " A\n\tB  ", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cuts")
    void linesAreCutHoweverTheyEnd(String trap, String text, int count) throws IOException {
        String input = text.replaceAll("[AB]", "{\"say\":\"x\"}");
        assertThat(answers(input)).hasSize(count).allMatch(answer -> answer.equals("{\"id\":null,\"said\":[\"x\"]}"));
    }

    @Test
    void blankLinesCount() throws IOException {
        assertThat(answers("\n \n{}\n").getFirst()).endsWith("\"line\":3}}");
    }

    @Test
    void bytesThatAreNotUtf8RefuseTheirLineAlone() throws IOException {
        byte[] input = "{\"id\":1,\"say\":\"é\"}\n{\"id\":2,\"say\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(answers(input))
                .containsExactly(
                        "{\"id\":null,\"error\":{\"reason\":\"bad-json\",\"message\":\"Byte 16 (0xE9) is not UTF-8;"
                                + " save the file as UTF-8\",\"line\":1}}",
                        "{\"id\":2,\"said\":[\"x\"]}");
    }

    @Test
    void bytesOfNoTextAtAllAreRefusedLineByLine() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(answers(noise)).hasSizeGreaterThan(100).allMatch(answer -> answer.contains("bad-json"));
    }

    @Test
    void aLineIsBounded() throws IOException {
        String longest = "{\"say\":\"x\"" + " ".repeat(LineReader.LENGTH_MAX - 11) + "}";
        String good = "{\"id\":2,\"say\":\"x\"}";
        assertThat(answers(longest + "\n" + good)).allMatch(answer -> answer.contains("\"said\""));
        assertThat(answers(longest + " \n" + good))
                .satisfiesExactly(
                        answer -> assertThat(answer).contains("bad-json", "longer than 16 MiB", "\"line\":1"),
                        answer -> assertThat(answer).contains("\"said\""));
        assertThat(answers(good + "\n" + longest + longest + longest))
                .satisfiesExactly(
                        answer -> assertThat(answer).contains("\"said\""),
                        answer -> assertThat(answer).contains("longer than 16 MiB", "\"line\":2"));
    }

    @Test
    void itMakesNoDifferenceInWhatPiecesTheInputComes() throws IOException {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            input.append("{\"id\":")
                    .append(i)
                    .append(",\"say\":\"")
                    .append("é".repeat(i * 7))
                    .append("\"}\r\n");
        }
        byte[] bytes = input.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLines(JsonLinesTest::echo, out).answerAll(inPieces(bytes, new Random(7)), null);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList()).isEqualTo(answers(bytes));
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(50)));
            }
        };
    }

    /// Whoever waits for an answer before sending the next line must get it.
    @Test
    void answersLeaveBeforeMoreInputIsAwaited() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream buffered = new BufferedOutputStream(out);
        List<Integer> seen = new ArrayList<>();
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("read in bulk");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                seen.add((int) out.toString(StandardCharsets.UTF_8).lines().count());
                if (seen.size() > 3) {
                    return -1;
                }
                byte[] line = "{\"say\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, target, offset, line.length);
                return line.length;
            }
        };
        new JsonLines(JsonLinesTest::echo, buffered).answerAll(in, null);
        assertThat(seen).containsExactly(0, 1, 2, 3);
    }

    @Test
    void refusalsAreCountedAndNameTheirFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(JsonLinesTest::echo, out);
        lines.answerAll(new ByteArrayInputStream("{}\n{}".getBytes(StandardCharsets.UTF_8)), "may.jsonl");
        lines.answerAll(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), "june.jsonl");
        assertThat(lines.refused()).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"file\":\"june.jsonl\",\"line\":1}}");
    }

    @Test
    void numbersThatOverflowAreTooLarge() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLines((line, answer) -> Math.multiplyExact(Long.MAX_VALUE, 2), out)
                .answerAll(new ByteArrayInputStream("{\"id\":9}".getBytes(StandardCharsets.UTF_8)), null);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"id\":9", "too-large", "long overflow");
    }

    @Test
    void aFaultOfOursNamesTheLineAndLeavesOnlyWholeAnswers() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(
                (line, answer) -> {
                    echo(line, answer);
                    if (line.text("say").equals("bug")) {
                        throw new IllegalStateException("Nobody expected that");
                    }
                },
                out);
        byte[] input = "{\"say\":\"x\"}\n{\"say\":\"bug\"}\n{\"say\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> lines.answerAll(new ByteArrayInputStream(input), "may.jsonl"))
                .hasMessageContaining("may.jsonl, line 2: ")
                .hasMessageContaining("Nobody expected that");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":null,\"said\":[\"x\"]}\n");
    }

    /// 200,000 lines are some 40 MB in and 200 MB out; what stays behind must be a sliver of that.
    @Test
    void aLongStreamOfUsagesRunsInFlatMemory() throws IOException {
        TariffLibrary library = TariffLibrary.of(Path.of("src/test/resources/lines/utilities"));
        RateAnswerer rate = new RateAnswerer(new TariffLookup(library::read));
        CountingOutput out = new CountingOutput();
        JsonLines lines = new JsonLines(rate, out);
        lines.answerAll(new Usages(20_000), null);
        long before = usedMemory();

        lines.answerAll(new Usages(200_000), null);

        assertThat(usedMemory() - before).isLessThan(16 << 20);
        assertThat(out.lines).isEqualTo(220_000);
        assertThat(lines.refused()).isZero();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Usages of every month of 40 years, one after the other, made as they are read.
    private static final class Usages extends InputStream {
        private final int count;
        private int next;
        private byte[] line = {};
        private int position;

        Usages(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in bulk");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == line.length) {
                if (next == count) {
                    return -1;
                }
                LocalDate from = LocalDate.of(2020, 1, 1).plusMonths(next % 480);
                line = ("{\"id\":" + next + ",\"tariff\":\"sampletown/power\",\"from\":\"" + from + "\",\"to\":\""
                                + from.plusMonths(1) + "\",\"usage\":{\"total\":\"" + next % 700
                                + ".5\"},\"paidBy\":\"cash\"}\n")
                        .getBytes(StandardCharsets.UTF_8);
                position = 0;
                next++;
            }
            int copied = Math.min(length, line.length - position);
            System.arraycopy(line, position, target, offset, copied);
            position += copied;
            return copied;
        }
    }

    /// Forgets what is written and counts its lines.
    private static final class CountingOutput extends OutputStream {
        private int lines;

        @Override
        public void write(int value) {
            lines += value == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                write(bytes[i]);
            }
        }
    }

    private static List<String> answers(String input) throws IOException {
        return answers(input.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> answers(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLines(JsonLinesTest::echo, out).answerAll(new ByteArrayInputStream(input), null);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
