package org.taswiya.intake.urdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.Refusal;

/// A file of records: one record, a list of them, or an object that holds a list as `items`, as OpenEI answers.
public final class UrdbFile {
    private static final int BYTES_MAX = 64 << 20;

    /// More than fit into so many bytes, with the schedules that each has.
    private static final int RECORDS_MAX = 1_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String NOBODY = "the file";

    private static final Set<String> OF_A_RECORD = Set.of(
            "energyratestructure",
            "energyweekdayschedule",
            "demandratestructure",
            "flatdemandstructure",
            "fixedchargefirstmeter",
            "fixedmonthlycharge");

    private UrdbFile() {}

    /// The records of a file in its order. A file that holds none is one refused record.
    ///
    /// @throws IOException when the file cannot be read
    public static List<ParsedRate> read(Path file) throws IOException {
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
            return List.of(refused("", String.valueOf(refusal.getMessage()), "one JSON record"));
        }
    }

    /// Whether something in a file looks like a record. A folder of records holds other files too, such as a list of
    /// where they came from.
    ///
    /// @throws IOException when the file cannot be read
    public static boolean hasRecord(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return true;
        }
        try {
            return switch (value(file)) {
                case JsonArray array -> array.values().stream().anyMatch(UrdbFile::isRecord);
                case JsonObject object
                when object.fields().get("items") instanceof JsonArray items ->
                    items.values().stream().anyMatch(UrdbFile::isRecord);
                case JsonValue value -> isRecord(value);
            };
        } catch (Refusal _) {
            return true;
        }
    }

    /// @throws Refusal when it is no JSON
    private static JsonValue value(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
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
