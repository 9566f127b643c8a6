package org.taswiya.intake.lighting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.yaml.Findings;

/// Reads an inventory of lamps: a line for lamps that stand together, with commas between its fields.
public final class LampInventory {
    private static final String HEAD = "place,type,count,watts,losses,from,to,regime";
    private static final List<String> COLUMNS = List.of(HEAD.split(",", -1));
    /// More than a country has places with lamps, in one inventory.
    private static final int LINES_MOST = 100_000;

    private static final long BYTES_MOST = 64L << 20;
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,6}");
    private static final Decimal WATTS_MOST = Decimal.of(1_000_000);
    private static final int DECIMALS_MOST = 3;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Findings findings;
    private final Set<String> regimes;
    private List<String> fields = List.of();
    private List<Integer> columns = List.of();
    private int number;

    private LampInventory(Findings findings, Set<String> regimes) {
        this.findings = findings;
        this.regimes = regimes;
    }

    /// @param regimes of the calendar
    /// @throws IOException when the file cannot be read, or is not written in UTF-8
    public static LightingReading<List<LampGroup>> read(Path file, Set<String> regimes) throws IOException {
        if (Files.size(file) > BYTES_MOST) {
            Findings findings = new Findings(file.toString());
            findings.add(1, 1, Files.size(file) + " bytes", "at most " + BYTES_MOST);
            return new LightingReading.Faulty<>(findings.inOrder());
        }
        return read(file.toString(), Files.readString(file), regimes);
    }

    /// @param file what findings call it
    static LightingReading<List<LampGroup>> read(String file, String text, Set<String> regimes) {
        Findings findings = new Findings(file);
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<LampGroup> lamps =
                new LampInventory(findings, regimes).lamps(content.lines().toList());
        return findings.isEmpty()
                ? new LightingReading.Read<>(lamps)
                : new LightingReading.Faulty<>(findings.inOrder());
    }

    private List<LampGroup> lamps(List<String> lines) {
        List<LampGroup> lamps = new ArrayList<>();
        boolean isHeadRead = false;
        for (String line : lines) {
            number++;
            if (number > LINES_MOST) {
                findings.add(number, 1, lines.size() + " lines", "at most " + LINES_MOST);
                return lamps;
            }
            if (line.isBlank()) {
                continue;
            }
            split(line);
            if (isHeadRead) {
                LampGroup group = group();
                if (group != null) {
                    lamps.add(group);
                }
            } else if (fields.equals(COLUMNS)) {
                isHeadRead = true;
            } else {
                findings.add(number, 1, Quoted.of(line), "the head " + HEAD);
                return lamps;
            }
        }
        if (lamps.isEmpty() && findings.isEmpty()) {
            findings.add(Math.max(1, number), 1, "no lamps", "the head " + HEAD + " and a line below it");
        }
        return lamps;
    }

    private void split(String line) {
        List<String> values = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        int begin = 0;
        for (String field : line.split(",", -1)) {
            values.add(field.strip());
            begins.add(begin + 1);
            begin += field.length() + 1;
        }
        fields = values;
        columns = begins;
    }

    private @Nullable LampGroup group() {
        if (fields.size() != COLUMNS.size()) {
            findings.add(number, 1, fields.size() + " fields", COLUMNS.size() + ": " + HEAD);
            return null;
        }
        String place = text("place");
        String type = text("type");
        Integer count = value("count", "a whole number from 1 to 9999999", LampInventory::count);
        Decimal watts = value("watts", "watts above zero, to 1000000", text -> watts(text, false));
        Decimal losses = value("losses", "watts of zero or more, to 1000000", text -> watts(text, true));
        LocalDate from = value("from", "a day such as 2024-01-31", LampInventory::day);
        LocalDate to = field("to").isEmpty() ? null : value("to", "a day such as 2024-01-31", LampInventory::day);
        String regime = field("regime");
        if (!regimes.contains(regime)) {
            find("regime", "one of " + String.join(", ", regimes));
        }
        if (from != null && to != null && !to.isAfter(from)) {
            find("to", "a day after " + from + " (the last day is not in), or nothing");
            return null;
        }
        return place == null || type == null || count == null || watts == null || losses == null || from == null
                ? null
                : new LampGroup(place, type, count, watts, losses, from, to, regime);
    }

    private String field(String column) {
        return fields.get(COLUMNS.indexOf(column));
    }

    private void find(String column, String expected) {
        int at = columns.get(COLUMNS.indexOf(column));
        findings.add(number, at, column + " " + Quoted.of(field(column)), expected);
    }

    private @Nullable String text(String column) {
        if (field(column).isEmpty()) {
            find(column, "a name");
            return null;
        }
        return field(column);
    }

    private <T> @Nullable T value(String column, String expected, Function<String, @Nullable T> reading) {
        T value = reading.apply(field(column));
        if (value == null) {
            find(column, expected);
        }
        return value;
    }

    private static @Nullable Integer count(String text) {
        return COUNT.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    private static @Nullable Decimal watts(String text, boolean isZeroGood) {
        try {
            Decimal watts = Decimal.parse(text);
            boolean isGood = watts.scale() <= DECIMALS_MOST
                    && watts.compareTo(WATTS_MOST) <= 0
                    && (isZeroGood ? watts.signum() >= 0 : watts.signum() > 0);
            return isGood ? watts : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
