package org.taswiya.intake.tariff;

import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;

/// Checks that one number is enough for what the charges of a version ask of the past: what was used in the year, and
/// what a month of the winter used, are told once.
final class PastCheck {
    private final Findings findings;
    private final Map<String, YamlFields> items;
    private @Nullable MonthDay year;
    private @Nullable Set<Month> winter;

    /// @param items where each component stands
    PastCheck(Findings findings, Map<String, YamlFields> items) {
        this.findings = findings;
        this.items = items;
    }

    /// @param components of one version, in the order of the book
    void check(List<TariffComponent> components) {
        for (TariffComponent component : components) {
            YamlFields item = items.get(component.code());
            if (item != null
                    && component instanceof BlockCharge blocks
                    && blocks.rule().span() instanceof BlockSpan.Year(MonthDay from)) {
                check(item, from);
            } else if (item != null && component instanceof SewerCharge sewer && sewer.winter() != null) {
                check(item, sewer.winter().months());
            }
        }
    }

    private void check(YamlFields item, MonthDay from) {
        if (year != null && !year.equals(from)) {
            findings.add(
                    item.placeOf("yearFrom"),
                    "a second year, from " + from,
                    "the one that others of the version have, from " + year
                            + ", for what was used in it is one number");
        }
        year = year == null ? from : year;
    }

    private void check(YamlFields item, Set<Month> months) {
        if (winter != null && !winter.equals(months)) {
            findings.add(
                    item.placeOf("winter"),
                    "a second winter, of the months " + named(months),
                    "the one that others of the version have, of " + named(winter) + ", for its average is one number");
        }
        winter = winter == null ? months : winter;
    }

    private static String named(Set<Month> months) {
        return new TreeSet<>(months)
                .stream().map(month -> Integer.toString(month.getValue())).collect(Collectors.joining(", "));
    }
}
