package org.taswiya.intake.tariff;

import java.time.DateTimeException;
import java.time.MonthDay;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;

/// Reads on which day the years of a component begin.
final class YearReader {
    static final String FIELD = "yearFrom";
    static final String EXPECTED = "the day on which every year begins, such as --04-01";
    private static final int COMMON_YEAR = 2001;

    private YearReader() {}

    /// The first of January where nothing that can be read is stated, which is a finding.
    static BlockSpan.Year year(YamlFields item, Findings findings) {
        String text = item.text(FIELD);
        try {
            MonthDay day = MonthDay.parse(text);
            if (day.isValidYear(COMMON_YEAR)) {
                return new BlockSpan.Year(day);
            }
        } catch (DateTimeException _) {
            // reported below
        }
        if (item.has(FIELD)) {
            findings.add(item.placeOf(FIELD), "'" + text + "'", EXPECTED);
        }
        return new BlockSpan.Year(MonthDay.of(1, 1));
    }
}
