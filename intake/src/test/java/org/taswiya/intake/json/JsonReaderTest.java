package org.taswiya.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader();

    @Test
    void everyKindOfValueIsKeptAsItWasWritten() {
        JsonObject object = read(
                "{\"t\":\"\\u0645\\n\",\"n\":[1e5,-0.50,10000000000000000000],\"b\":[true,false],\"z\":null,\"o\":{}}");

        assertThat(object.fields().keySet()).containsExactly("t", "n", "b", "z", "o");
        assertThat(object.fields().get("t")).isEqualTo(new JsonText("م\n"));
        assertThat(object.fields().get("n"))
                .isEqualTo(new JsonArray(List.of(
                        new JsonNumber("1e5"), new JsonNumber("-0.50"), new JsonNumber("10000000000000000000"))));
        assertThat(object.fields().get("b"))
                .isEqualTo(new JsonArray(List.of(new JsonBoolean(true), new JsonBoolean(false))));
        assertThat(object.fields().get("z")).isEqualTo(new JsonNull());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "noValue         | ` `                       | Nothing found",
                "list            | [1]                       | Found a list where an object",
                "number          | 7                         | Found the number 7 where an object",
                "notClosed       | {\"a\":1                  | Unexpected end-of-input",
                "notClosedText   | {\"a\":\"x                | Unexpected end-of-input",
                "noComma         | {\"a\":1 \"b\":2}         | Column 8: Unexpected character",
                "singleQuotes    | {'a':1}                   | Unexpected character",
                "bareName        | {a:1}                     | Unexpected character",
                "trailingComma   | {\"a\":1,}                | Unexpected character",
                "leadingZero     | {\"a\":01}                | Invalid numeric value",
                "plusSign        | {\"a\":+1}                | Unexpected character",
                "notANumber      | {\"a\":NaN}               | found NaN, which is no number in JSON",
                "infinity        | {\"a\":-Infinity}         | found -Infinity, which is no number in JSON",
                "byteOrderMark   | ﻿{\"a\":1}           | A byte order mark stands before the object",
                "comment         | {\"a\":1} // good         | Unexpected character",
                "twoObjects      | {\"a\":1} {\"b\":2}       | Column 9: something follows",
                "twice           | {\"a\":1,\"a\":2}         | Column 12: the field 'a' is there twice",
                "twiceEscaped    | {\"a\":1,\"\\u0061\":2}   | the field 'a' is there twice",
                "twiceInside     | {\"x\":{\"a\":1,\"a\":1}} | the field 'a' is there twice",
                "loneSurrogate   | {\"a\":\"\\ud800\"}       | half of a surrogate pair, \\ud800",
                "loneLowInName   | {\"\\udc00\":1}           | Unexpected low surrogate",
                "brokenEscape    | {\"a\":\"\\x\"}           | Unrecognized character escape",
            })
    void whatIsNotOneObjectIsRefusedWithItsPlace(String trap, String json, String message) {
        assertThat(refusal(json.getBytes(StandardCharsets.UTF_8)).explanation())
                .contains(message)
                .doesNotContain("enable", "JsonReadFeature", "code 65279");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        byte[] latin1 = "{\"a\":\"café\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(latin1).explanation()).contains("Byte 10 (0xE9) is not UTF-8");
        // Overlong '/', a surrogate in UTF-8, a character cut off, a code point above the last.
        for (String hex : List.of("C0AF", "EDA080", "E282", "F4908080")) {
            byte[] text = HexFormat.of().parseHex("7B2261223A22" + hex + "227D");
            assertThat(refusal(text).explanation()).contains("is not UTF-8");
        }
    }

    @Test
    void messagesHoldOnlyWholeCharacters() {
        String longWord = "x" + "😀".repeat(300);
        for (String json : List.of("😀", "{😀", "{\"a\":😀}", "{\"a\":1😀}", longWord, "{} 😀")) {
            String message = refusal(json.getBytes(StandardCharsets.UTF_8)).explanation();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message))
                    .as(message)
                    .isTrue();
        }
    }

    @Test
    void nestingIsBounded() {
        assertThat(read(nested(JsonReader.NESTING_MAX))).isNotNull();
        assertThat(refusal(nested(JsonReader.NESTING_MAX + 1).getBytes(StandardCharsets.UTF_8))
                        .explanation())
                .contains("more than 64 objects and lists");
        // Far deeper than any stack.
        assertThat(refusal("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(RefusalReason.BAD_JSON);
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    @Test
    void theCountOfValuesIsBounded() {
        String many = "{\"a\":[" + "0,".repeat(JsonReader.VALUES_MAX) + "0]}";
        assertThat(refusal(many.getBytes(StandardCharsets.UTF_8)).explanation()).contains("More than 500000 values");
    }

    @Test
    void aNumberOfAMillionDigitsIsOnlyText() {
        JsonObject object = read("{\"a\":" + "9".repeat(1_000_000) + "}");
        assertThat(object.fields().get("a")).isEqualTo(new JsonNumber("9".repeat(1_000_000)));
    }

    @Test
    void theReaderGoesOnAfterARefusal() {
        refusal(new byte[] {(byte) 0xFF});
        refusal("{\"a\"".getBytes(StandardCharsets.UTF_8));
        assertThat(read("{\"a\":\"é\"}").fields().get("a")).isEqualTo(new JsonText("é"));
    }

    private JsonObject read(String json) {
        return reader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    private Refusal refusal(byte[] json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.readObject(json));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_JSON);
        assertThat(refusal.getStackTrace()).isEmpty();
        return refusal;
    }
}
