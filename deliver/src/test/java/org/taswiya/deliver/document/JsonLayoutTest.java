package org.taswiya.deliver.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLayoutTest {

    @Test
    void whatHoldsNothingElseStandsOnOneLine() {
        assertThat(JsonLayout.of("{\"a\":1,\"b\":{\"c\":\"x,y\",\"d\":null},\"e\":[],\"f\":[{},{\"g\":[1,2]}]}"))
                .isEqualTo("""
                {
                  "a": 1,
                  "b": {"c": "x,y", "d": null},
                  "e": [],
                  "f": [
                    {},
                    {
                      "g": [1, 2]
                    }
                  ]
                }
                """);
    }

    @Test
    void aRowThatIsTooLongIsBroken() {
        String text = "x".repeat(400);
        assertThat(JsonLayout.of("{\"a\":\"" + text + "\",\"b\":2}"))
                .isEqualTo("{\n  \"a\": \"" + text + "\",\n  \"b\": 2\n}\n");
    }

    @Test
    void nothingInsideATextIsTouched() {
        String tricky = "{\"a\\\"}]\":\"\\\\\",\"b\":\"{[\\\",:\"}";
        assertThat(JsonLayout.of(tricky)).isEqualTo("{\"a\\\"}]\": \"\\\\\", \"b\": \"{[\\\",:\"}\n");
    }
}
