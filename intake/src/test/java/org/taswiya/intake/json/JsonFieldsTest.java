package org.taswiya.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

class JsonFieldsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text, \"265\", 265",
        "number, 265, 265",
        "decimals, \"12.500\", 12.5",
        "numberWithDecimals, 12.500, 12.5",
        "leadingZeros, \"000.10\", 0.1",
        "zeros, \"0000\", 0",
        "minusZero, -0.0, 0",
        "negative, -3.25, -3.25",
        "largest, 1000000000000, 1000000000000",
        "largestWithZeros, \"1000000000000.000\", 1000000000000",
        "smallest, \"-1000000000000\", -1000000000000",
        "eighteenDecimals, \"0.000000000000000001\", 0.000000000000000001",
        "eighteenDigits, \"123456789012.345678\", 123456789012.345678",
        "zerosThatMeanNothing, \"0000000000000000000000001.0000000000000000000000000\", 1",
    })
    void numbersAreReadExactly(String trap, String json, String expected) {
        assertThat(fields("{\"n\":" + json + "}").decimal("n")).isEqualTo(Decimal.parse(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "exponent, 1e5, bad-number, exponent",
                "exponentInText, \"1E5\", bad-number, exponent",
                "hugeExponent, 1e999999999, bad-number, exponent",
                "empty, \"\", bad-number, plain decimal",
                "space, \" 1\", bad-number, plain decimal",
                "minusAlone, \"-\", bad-number, plain decimal",
                "plus, \"+1\", bad-number, plain decimal",
                "pointFirst, \".5\", bad-number, plain decimal",
                "pointLast, \"5.\", bad-number, plain decimal",
                "twoPoints, \"1.2.3\", bad-number, plain decimal",
                "comma, `\"1,5\"`, bad-number, plain decimal",
                "eAlone, \"e5\", bad-number, plain decimal",
                "hexadecimal, \"0x10\", bad-number, plain decimal",
                "infinity, \"Infinity\", bad-number, plain decimal",
                "arabicDigits, \"٢٦٥\", bad-number, plain decimal",
                "words, \"many\", bad-number, found 'many'",
                "truth, true, bad-number, found true",
                "list, [1], bad-number, found a list",
                "object, {}, bad-number, found an object",
                "justAbove, 1000000000000.000000000000000001, too-large, 10^12",
                "oneAbove, \"1000000000001\", too-large, 10^12",
                "negativeAbove, -1000000000000.01, too-large, 10^12",
                "tenToThe15, 1000000000000000, too-large, 10^12",
                "thirtyDigits, 123456789012345678901234567890, too-large, 10^12",
                "thirtyDigitsBelowOne, 0.123456789012345678901234567890, bad-number, 18 digits",
                "nineteenDigits, \"1234567890123.4567890\", too-large, 10^12",
                "nineteenDigitsInBounds, \"123456789012.3456789\", bad-number, 18 digits",
                "nineteenDecimals, \"0.0000000000000000001\", bad-number, 18 digits",
                "missing, null, missing-field, missing",
            })
    void numbersAreRefused(String trap, String json, String reason, String message) {
        Refusal refusal = refusal(() -> fields("{\"n\":" + json + "}").decimal("n"));
        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.explanation()).startsWith("n: ").contains(message);
    }

    @Test
    void aNumberOfAMillionDigitsIsTooLargeAndItsMessageShort() {
        Refusal refusal = refusal(
                () -> fields("{\"n\":\"" + "9".repeat(1_000_000) + "\"}").decimal("n"));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.TOO_LARGE);
        assertThat(refusal.explanation()).hasSizeLessThan(200).contains("(1000000 characters)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "noSuchDay, \"2019-02-29\", no day of the calendar",
                "month13, \"2020-13-01\", no day of the calendar",
                "dayZero, \"2020-01-00\", no day of the calendar",
                "dayFirst, \"20-03-2020\", a date such as",
                "slashes, \"2020/03/20\", a date such as",
                "shortMonth, \"2020-3-20\", a date such as",
                "time, \"2020-03-20T00:00:00\", a date such as",
                "longYear, \"+12020-03-20\", a date such as",
                "arabicDigits, \"٢٠٢٠-٠٣-٢٠\", a date such as",
                "space, \"2020-03-20 \", a date such as",
                "number, 20200320, found the number 20200320",
                "empty, \"\", found the text ''",
            })
    void datesAreRefused(String trap, String json, String message) {
        Refusal refusal = refusal(() -> fields("{\"d\":" + json + "}").date("d"));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_DATE);
        assertThat(refusal.explanation()).startsWith("d: ").contains(message);
    }

    @Test
    void leapDayIsADay() {
        assertThat(fields("{\"d\":\"2020-02-29\"}").date("d")).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @Test
    void aRangeHasADay() {
        assertThat(fields("{\"from\":\"2020-03-20\",\"to\":\"2020-03-21\"}").dateRange())
                .isEqualTo(DateRange.of(LocalDate.of(2020, 3, 20), LocalDate.of(2020, 3, 21)));
        for (String to : new String[] {"2020-03-20", "2020-03-19"}) {
            Refusal refusal = refusal(() ->
                    fields("{\"from\":\"2020-03-20\",\"to\":\"" + to + "\"}").dateRange());
            assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_DATE);
            assertThat(refusal.explanation()).isEqualTo("to: found " + to + ", expected a day after from, 2020-03-20");
        }
    }

    @Test
    void usageIsNeverNegative() {
        assertThat(fields("{\"u\":0}").quantity("u")).isEqualTo(Decimal.ZERO);
        assertThat(refusal(() -> fields("{\"u\":\"-0.001\"}").quantity("u")).reason())
                .isEqualTo(RefusalReason.NEGATIVE_USAGE);
        assertThat(refusal(() -> fields("{\"u\":-1}").optionalQuantity("u")).reason())
                .isEqualTo(RefusalReason.NEGATIVE_USAGE);
    }

    @Test
    void moneyHasTwoDecimalsAtMost() {
        assertThat(fields("{\"m\":\"-47.7\"}").money("m")).isEqualTo(Money.ofMinor(-4770));
        assertThat(fields("{\"m\":47.770}").optionalMoney("m")).contains(Money.ofMinor(4777));
        Refusal refusal = refusal(() -> fields("{\"m\":\"0.005\"}").money("m"));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_NUMBER);
        assertThat(refusal.explanation()).contains("at most two decimals");
    }

    @Test
    void wholeNumbersKeepTheirBounds() {
        assertThat(fields("{\"h\":\"3\"}").wholeNumber("h", 1, 9)).isEqualTo(3);
        assertThat(fields("{}").optionalWholeNumber("h", 1, 9)).isEmpty();
        for (String found : new String[] {"0", "10", "-1", "1.5", "999999999999"}) {
            Refusal refusal = refusal(() -> fields("{\"h\":" + found + "}").optionalWholeNumber("h", 1, 9));
            assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_NUMBER);
            assertThat(refusal.explanation()).isEqualTo("h: found " + found + ", expected a whole number from 1 to 9");
        }
    }

    @Test
    void choicesAreListedInTheRefusal() {
        Map<String, Integer> choices = new LinkedHashMap<>();
        choices.put("days", 1);
        choices.put("favourable", 2);
        assertThat(fields("{\"c\":\"favourable\"}").choice("c", choices)).isEqualTo(2);
        assertThat(fields("{}").optionalChoice("c", choices)).isEmpty();
        Refusal refusal = refusal(() -> fields("{\"c\":\"Days\"}").optionalChoice("c", choices));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.MISSING_FIELD);
        assertThat(refusal.explanation()).isEqualTo("c: found 'Days', expected one of days, favourable");
    }

    static Stream<Arguments> wrongKinds() {
        return Stream.of(
                Arguments.of("text", "{\"f\":5}", (Asking) f -> f.text("f"), "f: found the number 5, expected a text"),
                Arguments.of("noText", "{}", (Asking) f -> f.text("f"), "f: missing; add a text"),
                Arguments.of("nullIsMissing", "{\"f\":null}", (Asking) f -> f.text("f"), "f: missing; add a text"),
                Arguments.of("noDate", "{}", (Asking) f -> f.date("f"), "f: missing; add a date such as 2020-03-20"),
                Arguments.of(
                        "object",
                        "{\"f\":\"265\"}",
                        (Asking) f -> f.object("f"),
                        "f: found the text '265', expected an object"),
                Arguments.of("noObject", "{}", (Asking) f -> f.object("f"), "f: missing; add an object"),
                Arguments.of(
                        "list",
                        "{\"f\":{}}",
                        (Asking) f -> f.objects("f"),
                        "f: found an object, expected a list of objects"),
                Arguments.of("noList", "{}", (Asking) f -> f.objects("f"), "f: missing; add a list of objects"),
                Arguments.of(
                        "element",
                        "{\"f\":[{},1]}",
                        (Asking) f -> f.objects("f"),
                        "f[1]: found the number 1, expected an object"),
                Arguments.of(
                        "element",
                        "{\"f\":[null]}",
                        (Asking) f -> f.optionalObjects("f"),
                        "f[0]: found null, expected an object"));
    }

    interface Asking {
        Object of(JsonFields fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongKinds")
    void whatIsMissingOrOfAnotherKindIsRefused(String trap, String json, Asking asking, String message) {
        Refusal refusal = refusal(() -> asking.of(fields(json)));
        assertThat(refusal.reason()).isEqualTo(RefusalReason.MISSING_FIELD);
        assertThat(refusal.explanation()).isEqualTo(message);
    }

    @Test
    void optionalFieldsMayBeLeftOut() {
        for (String json : new String[] {"{}", "{\"f\":null}"}) {
            JsonFields fields = fields(json);
            assertThat(fields.value("f")).isEmpty();
            assertThat(fields.optionalText("f")).isEmpty();
            assertThat(fields.optionalDate("f")).isEmpty();
            assertThat(fields.optionalDecimal("f")).isEmpty();
            assertThat(fields.optionalQuantity("f")).isEmpty();
            assertThat(fields.optionalMoney("f")).isEmpty();
            assertThat(fields.optionalObject("f")).isEmpty();
            assertThat(fields.optionalObjects("f")).isEmpty();
        }
    }

    @Test
    void aRefusalNamesTheWholePath() {
        JsonFields fields =
                fields("{\"case\":{\"readings\":[{\"at\":\"2020-01-01\"},{\"at\":\"soon\",\"value\":{\"n\":\"x\"}}]}}");
        JsonFields second = fields.object("case").objects("readings").get(1);
        assertThat(refusal(() -> second.date("at")).explanation()).startsWith("case.readings[1].at: found");
        assertThat(refusal(() -> second.object("value").decimal("n")).explanation())
                .startsWith("case.readings[1].value.n: found 'x'");
        assertThat(second.path("kind")).isEqualTo("case.readings[1].kind");
        assertThat(second.names()).containsExactly("at", "value");
    }

    @Test
    void codesAreThoseOfTheContract() {
        assertThat(Stream.of(RefusalReason.values()).map(RefusalReason::code))
                .containsExactly(
                        "bad-json",
                        "missing-field",
                        "bad-number",
                        "bad-date",
                        "unknown-tariff",
                        "outside-versions",
                        "negative-usage",
                        "too-large",
                        "reading-in-future",
                        "duplicate-reading",
                        "incomplete-billed",
                        "missing-demand",
                        "missing-determinant",
                        "unpriced-determinant",
                        "unknown-format",
                        "not-billable");
    }

    private static JsonFields fields(String json) {
        return JsonFields.of(new JsonReader().readObject(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Refusal refusal(Runnable asking) {
        Refusal refusal = catchThrowableOfType(Refusal.class, asking::run);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
