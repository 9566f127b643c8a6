package org.taswiya.intake.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads the bytes of one JSON value. Keeps its buffer between calls, so it serves one thread.
public final class JsonReader {
    /// Deeper than anything that a case or a bill document holds.
    static final int NESTING_MAX = 64;

    /// Bounds the memory that a line made of nothing but `[` and `,` can claim.
    static final int VALUES_MAX = 500_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']*)'");
    private static final Pattern ASIDE =
            Pattern.compile("( \\(start marker at| \\(not recognized as|: enable `).*$", Pattern.DOTALL);

    private static final JsonValue NULL = new JsonNull();
    private static final JsonValue TRUE = new JsonBoolean(true);
    private static final JsonValue FALSE = new JsonBoolean(false);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Numbers stay text here, so their length costs nothing; DecimalText judges them.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer characters = CharBuffer.allocate(1024);
    private int valuesLeft;

    /// Reads one object and nothing after it.
    ///
    /// @throws Refusal `bad-json` when the bytes are anything else
    public JsonObject readObject(byte[] bytes) {
        return readObject(bytes, 0, bytes.length);
    }

    /// Reads one object from a part of an array.
    public JsonObject readObject(byte[] bytes, int offset, int length) {
        JsonValue value = read(bytes, offset, length);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw badJson("Found " + value.described() + " where an object such as {\"id\":1, ...} is expected");
    }

    /// Reads one value of any kind and nothing after it.
    ///
    /// @throws Refusal `bad-json` when the bytes are anything else
    public JsonValue readValue(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    private JsonValue read(byte[] bytes, int offset, int length) {
        decode(bytes, offset, length);
        valuesLeft = VALUES_MAX;
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), characters.array(), 0, characters.position())) {
            JsonValue value = value(parser, parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw badJson(place(parser.currentTokenLocation())
                        + "something follows the end of the object; put every object on a line of its own");
            }
            return value;
        } catch (JacksonException e) {
            throw badJson(place(e.getLocation()) + printable(e.getOriginalMessage()));
        }
    }

    private void decode(byte[] bytes, int offset, int length) {
        if (characters.capacity() < length) {
            characters = CharBuffer.allocate(Math.max(length, 2 * characters.capacity()));
        }
        characters.clear();
        ByteBuffer input = ByteBuffer.wrap(bytes, offset, length);
        CoderResult result = decoder.reset().decode(input, characters, true);
        if (result.isError()) {
            int position = input.position();
            throw badJson("Byte " + (position - offset + 1) + " (0x"
                    + Integer.toHexString(bytes[position] & 0xFF).toUpperCase(Locale.ROOT)
                    + ") is not UTF-8; save the file as UTF-8");
        }
        if (characters.position() > 0 && characters.get(0) == BYTE_ORDER_MARK) {
            throw badJson("A byte order mark stands before the object; save the file as UTF-8 without it");
        }
    }

    private JsonValue value(JsonParser parser, @Nullable JsonToken token, int depth) {
        if (token == null) {
            throw badJson("Nothing found where an object such as {\"id\":1, ...} is expected");
        }
        if (--valuesLeft < 0) {
            throw badJson("More than " + VALUES_MAX + " values in one object");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, deeper(parser, depth));
            case START_ARRAY -> array(parser, deeper(parser, depth));
            case VALUE_STRING -> new JsonText(wellFormed(parser, parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            case PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("Parser gave " + token + " where a value begins");
        };
    }

    private JsonObject object(JsonParser parser, int depth) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = wellFormed(parser, parser.currentName());
            JsonValue value = value(parser, parser.nextToken(), depth);
            if (fields.putIfAbsent(name, value) != null) {
                throw badJson(place(parser.currentTokenLocation()) + "the field " + Quoted.of(name)
                        + " is there twice; keep one of them");
            }
        }
        return new JsonObject(fields);
    }

    private JsonArray array(JsonParser parser, int depth) {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(parser, token, depth));
        }
        return new JsonArray(values);
    }

    private static int deeper(JsonParser parser, int depth) {
        if (depth == NESTING_MAX) {
            throw badJson(place(parser.currentTokenLocation()) + "more than " + NESTING_MAX
                    + " objects and lists inside each other");
        }
        return depth + 1;
    }

    /// An escape such as `\ud800` alone is no character, and no answer could repeat it.
    private static String wellFormed(JsonParser parser, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw badJson(place(parser.currentTokenLocation()) + "half of a surrogate pair, \\u"
                            + Integer.toHexString(c) + ", is no character");
                }
                i++;
            }
        }
        return text;
    }

    private static String place(@Nullable TokenStreamLocation at) {
        if (at == null || at.getColumnNr() < 1) {
            return "";
        }
        return at.getLineNr() > 1
                ? "Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                : "Column " + at.getColumnNr() + ": ";
    }

    /// The parser's message without its own idea of the place, what a programmer could switch on in it, and half a
    /// character that it may quote.
    private static String printable(String message) {
        Matcher word = NO_NUMBER.matcher(message);
        if (word.lookingAt()) {
            return "found " + word.group(1) + ", which is no number in JSON; write digits, or null for none";
        }
        String kept = ASIDE.matcher(message).replaceFirst("");
        return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Refusal badJson(String message) {
        return new Refusal(RefusalReason.BAD_JSON, message);
    }
}
