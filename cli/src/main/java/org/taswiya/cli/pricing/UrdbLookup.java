package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import org.taswiya.intake.urdb.ParsedRate;
import org.taswiya.intake.urdb.RefusedRate;
import org.taswiya.intake.urdb.UrdbFile;
import org.taswiya.intake.urdb.UrdbRate;

/// The records of OpenEI's rate database that lines name by their files' paths, each read once.
final class UrdbLookup {
    /// Nobody leaves so much room before the first character.
    private static final int BEGIN = 4_096;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Optional<List<ParsedRate>>> read = new HashMap<>();

    /// The record that the field `tariff` names; empty when it names no file of JSON. What a file is, its content says.
    ///
    /// @throws Refusal `missing-field` or `unknown-tariff`
    Optional<UrdbRate> rate(JsonFields line) {
        String name = line.text("tariff");
        return read.computeIfAbsent(name, UrdbLookup::records).map(records -> one(records, line, name));
    }

    private static UrdbRate one(List<ParsedRate> records, JsonFields line, String name) {
        if (records.size() > 1) {
            throw unknown(line, name, "holds " + records.size() + " records; expected a file of one");
        }
        return switch (records.getFirst()) {
            case UrdbRate rate -> rate;
            case RefusedRate refused ->
                throw unknown(
                        line, name, "is no good record: " + refused.faults().getFirst());
        };
    }

    private static Optional<List<ParsedRate>> records(String name) {
        try {
            Path file = Path.of(name);
            return isJson(file) ? Optional.of(UrdbFile.read(file)) : Optional.empty();
        } catch (InvalidPathException | IOException _) {
            return Optional.empty(); // then it is no book either, and refused as such
        }
    }

    private static boolean isJson(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(BEGIN), StandardCharsets.UTF_8).strip();
            String text = begin.startsWith(BYTE_ORDER_MARK) ? begin.substring(1).strip() : begin;
            return text.startsWith("{") || text.startsWith("[");
        }
    }

    private static Refusal unknown(JsonFields line, String name, String fault) {
        return line.refuse(RefusalReason.UNKNOWN_TARIFF, "tariff", "found " + Quoted.of(name) + ", which " + fault);
    }
}
