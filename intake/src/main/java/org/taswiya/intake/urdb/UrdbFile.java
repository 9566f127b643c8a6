package org.taswiya.intake.urdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;

/// A file of records: one record, a list of them, or an object that holds a list as `items`, as OpenEI answers.
public final class UrdbFile {
    private static final int BYTES_MAX = 64 << 20;

    /// More than fit into so many bytes, with the schedules that each has.
    private static final int RECORDS_MAX = 1_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String NOBODY = "the file";
    private static final String RECORD = "one JSON record";

    /// What is wrong with JSON, after its place.
    private static final Pattern PLACED =
            Pattern.compile("((?:Line [0-9]+, c|C)olumn [0-9]+): (?:found )?(.*)", Pattern.DOTALL);

    private static final Set<String> OF_A_RECORD = Set.of(
            "energyratestructure",
            "energyweekdayschedule",
            "demandratestructure",
            "flatdemandstructure",
            "fixedchargefirstmeter",
            "fixedmonthlycharge");

    private UrdbFile() {}

    /// The records of a file in its order. A file that holds none, or cannot be read, is one refused record.
    public static List<ParsedRate> read(Path file) {
        try {
            return ofFile(file);
        } catch (IOException unreadable) {
            return List.of(refused("", "a file that cannot be read (" + unreadable + ")", "a readable file"));
        }
    }

    private static List<ParsedRate> ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of(refused("", Files.isDirectory(file) ? "a folder" : "no plain file", "a file of JSON"));
        }
        long size = Files.size(file);
        if (size > BYTES_MAX) {
            return List.of(refused("", size + " bytes", "at most " + BYTES_MAX));
        }
        try {
            return records(value(file));
        } catch (Refusal refusal) {
            return List.of(noJson(refusal.explanation()));
        }
    }

    private static RefusedRate noJson(String message) {
        Matcher placed = PLACED.matcher(message);
        return placed.matches() ? refused(placed.group(1), placed.group(2), RECORD) : refused("", message, RECORD);
    }

    /// Whether something in a file looks like a record. A folder of records holds other files too, such as a list of
    /// where they came from. A file that cannot be read may be one, and [#read] says why it is none.
    public static boolean hasRecord(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                return true;
            }
            return switch (value(file)) {
                case JsonArray array -> array.values().stream().anyMatch(UrdbFile::isRecord);
                case JsonObject object
                when object.fields().get("items") instanceof JsonArray items ->
                    items.values().stream().anyMatch(UrdbFile::isRecord);
                case JsonValue value -> isRecord(value);
            };
        } catch (Refusal | IOException _) {
            return true;
        }
    }

    /// @throws Refusal when it is no JSON
    private static JsonValue value(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            throw new Refusal(RefusalReason.BAD_JSON, "an empty file");
        }
        int begin = bytes.length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
                ? BYTE_ORDER_MARK.length
                : 0;
        return new JsonReader().readValue(Arrays.copyOfRange(bytes, begin, bytes.length));
    }

    private static boolean isRecord(JsonValue value) {
        return value instanceof JsonObject object
                && object.fields().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(OF_A_RECORD::contains);
    }

    private static List<ParsedRate> records(JsonValue root) {
        return switch (root) {
            case JsonArray array -> all(array, "");
            case JsonObject object when object.fields().get("items") instanceof JsonArray items -> all(items, "items");
            case JsonObject object -> List.of(UrdbRecordReader.read(object));
            default -> List.of(refused("", root.described(), "a record"));
        };
    }

    private static List<ParsedRate> all(JsonArray array, String place) {
        if (array.values().isEmpty()) {
            return List.of(refused(place, "no record", "at least one"));
        }
        if (array.values().size() > RECORDS_MAX) {
            return List.of(refused(place, array.values().size() + " records", "at most " + RECORDS_MAX + " in a file"));
        }
        List<ParsedRate> rates = new ArrayList<>();
        for (int i = 0; i < array.values().size(); i++) {
            rates.add(
                    array.values().get(i) instanceof JsonObject record
                            ? UrdbRecordReader.read(record)
                            : refused(
                                    place + "[" + i + "]", array.values().get(i).described(), "a record"));
        }
        return rates;
    }

    private static RefusedRate refused(String place, String found, String expected) {
        return new RefusedRate(NOBODY, List.of(new RateFault(place, found, expected)));
    }
}
