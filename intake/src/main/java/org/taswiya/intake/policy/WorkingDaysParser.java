package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads on which days a utility's counters are closed.
public final class WorkingDaysParser {
    private static final Set<String> FIELDS = Set.of("rest", "everyYear", "closed", "source", "placeholder");
    private static final String YEARLY = "a day of every year such as --05-01";
    private static final String SINGLE = "a date of the calendar such as 2020-07-31";
    private static final int DAYS_MOST = 5_000; // fifty holidays in each year of a century

    private final Findings findings;

    private WorkingDaysParser(Findings findings) {
        this.findings = findings;
    }

    /// The days of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static WorkingDaysReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The days of a text.
    ///
    /// @param file what findings call it
    static WorkingDaysReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<WorkingDays> days =
                YamlDocument.read(text, findings).map(root -> new WorkingDaysParser(findings).days(root));
        return findings.isEmpty() && days.isPresent()
                ? new WorkingDaysReading.Read(days.get())
                : new WorkingDaysReading.Faulty(findings.inOrder());
    }

    private WorkingDays days(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "the holidays of a utility", FIELDS, findings);
        Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        for (YamlNode node : listed(fields, "rest", "a day of the week")) {
            DayOfWeek day = fields.choiceOf(node, weekdays());
            if (day != null) {
                rest.add(day);
            }
        }
        Set<MonthDay> everyYear = new HashSet<>();
        listed(fields, "everyYear", YEARLY)
                .forEach(node -> monthDay(node, fields).ifPresent(everyYear::add));
        Set<LocalDate> closed = new HashSet<>();
        listed(fields, "closed", SINGLE).forEach(node -> date(node, fields).ifPresent(closed::add));
        if (rest.size() == DayOfWeek.values().length || everyYear.size() > WorkingDays.HOLIDAYS_MOST) {
            findings.add(root, "a calendar without working days", "some days on which counters are open");
            return WorkingDays.ALL;
        }
        return new WorkingDays(rest, everyYear, closed);
    }

    private static List<YamlNode> listed(YamlFields fields, String name, String ofWhat) {
        return fields.has(name) ? fields.list(name, ofWhat, DAYS_MOST) : List.of();
    }

    private Optional<MonthDay> monthDay(YamlNode node, YamlFields fields) {
        try {
            return Optional.of(MonthDay.parse(fields.textOf(node)));
        } catch (DateTimeException _) {
            findings.add(node, node.describe(), YEARLY);
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(YamlNode node, YamlFields fields) {
        try {
            return Optional.of(LocalDate.parse(fields.textOf(node)));
        } catch (DateTimeException _) {
            findings.add(node, node.describe(), SINGLE);
            return Optional.empty();
        }
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        return days;
    }
}
