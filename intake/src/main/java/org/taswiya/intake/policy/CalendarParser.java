package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.CycleRule;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads the billing calendar of a utility.
public final class CalendarParser {
    private static final Set<String> FIELDS = Set.of("cycles", "source", "placeholder");
    private static final Set<String> CYCLE =
            Set.of("name", "area", "ends", "reading", "billing", "dueDays", "source", "placeholder");
    private static final Set<String> ENDS = Set.of("from", "everyMonths");
    private static final Set<String> READING = Set.of("daysBefore", "daysAfter");
    private static final Set<String> BILLING = Set.of("firstDay", "lastDay");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int MONTHS_MOST = 12;
    private static final int DUE_DAYS_MOST = 365;

    private final Findings findings;
    private final Set<String> names = new HashSet<>();
    private final Set<String> areas = new HashSet<>();

    private CalendarParser(Findings findings) {
        this.findings = findings;
    }

    /// The calendar of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static CalendarReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The calendar of a text.
    ///
    /// @param file what findings call it
    static CalendarReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<BillingCalendar> calendar =
                YamlDocument.read(text, findings).map(root -> new CalendarParser(findings).calendar(root));
        return findings.isEmpty() && calendar.isPresent()
                ? new CalendarReading.Read(calendar.get())
                : new CalendarReading.Faulty(findings.inOrder());
    }

    private BillingCalendar calendar(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "a billing calendar", FIELDS, findings);
        List<CycleRule> cycles = new ArrayList<>();
        for (YamlFields cycle : fields.items("cycles", "a cycle", CYCLE)) {
            CycleRule rule = rule(cycle);
            if (rule != null) {
                cycles.add(rule);
            }
        }
        return new BillingCalendar(cycles);
    }

    /// The rule, or null after a finding.
    private @Nullable CycleRule rule(YamlFields cycle) {
        String name = cycle.name("name", NAME, "a name of small letters, digits and hyphens");
        if (!names.add(name)) {
            findings.add(cycle.placeOf("name"), "a second cycle " + name, "each name once");
        }
        String area = cycle.has("area") ? cycle.text("area") : null;
        requireArea(cycle, area);
        YamlFields ends = cycle.fields("ends", "when periods end", ENDS);
        YamlFields reading = cycle.fields("reading", "when meters are read", READING);
        YamlFields billing = cycle.fields("billing", "which dates bills may bear", BILLING);
        Integer dueDays = dueDays(cycle);
        if (ends == null || reading == null || billing == null) {
            return null;
        }
        LocalDate from = ends.date("from");
        int months = ends.whole("everyMonths", 1, MONTHS_MOST);
        int daysMost = months * CycleRule.MONTH_DAYS_LEAST - 1;
        int before = reading.whole("daysBefore", 0, daysMost);
        int after = reading.whole("daysAfter", 0, daysMost);
        int first = billing.whole("firstDay", 0, daysMost);
        // A longer window would reach into the next one, and a day would name two cycles.
        int last = billing.whole("lastDay", first, first + daysMost);
        return from == null ? null : new CycleRule(name, area, from, months, before, after, first, last, dueDays);
    }

    private @Nullable Integer dueDays(YamlFields cycle) {
        YamlNode days = cycle.optional("dueDays");
        return days == null ? null : cycle.wholeOf(days, 0, DUE_DAYS_MOST);
    }

    /// Nobody is billed by two cycles.
    private void requireArea(YamlFields cycle, @Nullable String area) {
        boolean isSecond = area == null ? !areas.isEmpty() : areas.contains("") || areas.contains(area);
        if (isSecond) {
            findings.add(
                    cycle.placeOf("area"),
                    area == null ? "a cycle of all areas beside others" : "a second cycle of the area " + area,
                    "each area in one cycle");
        }
        areas.add(area == null ? "" : area);
    }
}
