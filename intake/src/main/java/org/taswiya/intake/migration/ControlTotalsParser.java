package org.taswiya.intake.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.ControlKind;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what an old system says of how much there is.
public final class ControlTotalsParser {
    private static final int COUNT_MOST = 999_999_999;
    private static final int MONEY_DECIMALS = 2;

    /// Fields that are a number each.
    private static final Map<String, ControlKind> COUNTS = Map.of(
            "customers", ControlKind.CUSTOMERS,
            "accounts", ControlKind.ACCOUNTS,
            "premises", ControlKind.PREMISES,
            "usagePoints", ControlKind.USAGE_POINTS,
            "meters", ControlKind.METERS,
            "exchanges", ControlKind.EXCHANGES,
            "agreements", ControlKind.AGREEMENTS);

    private final Findings findings;
    private final List<ControlTotal> totals = new ArrayList<>();

    private ControlTotalsParser(Findings findings) {
        this.findings = findings;
    }

    /// The totals of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ControlTotalsReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The totals of a text.
    ///
    /// @param file what findings call it
    static ControlTotalsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ControlTotalsReading> read =
                YamlDocument.read(text, findings).map(root -> new ControlTotalsParser(findings).totals(root));
        return findings.isEmpty() && read.isPresent()
                ? read.get()
                : new ControlTotalsReading.Faulty(findings.inOrder());
    }

    private ControlTotalsReading totals(YamlNode root) {
        Set<String> known = new TreeSet<>(COUNTS.keySet());
        known.addAll(Set.of("source", "readings", "formerBills", "openItems", "credits"));
        YamlFields fields = YamlFields.of(root, "control totals", known, findings);
        String source = fields.text("source");
        COUNTS.forEach((name, kind) -> addCount(fields, name, kind));
        LocalDate readTo = fields.has("readings") ? readings(fields) : null;
        addMoney(fields, "formerBills", "total", ControlKind.FORMER_BILLS, ControlKind.FORMER_BILLS_TOTAL);
        addMoney(fields, "openItems", "sum", ControlKind.OPEN_ITEMS, ControlKind.OPEN_ITEMS_SUM);
        addMoney(fields, "credits", "sum", ControlKind.CREDITS, ControlKind.CREDITS_SUM);
        if (totals.isEmpty() && findings.isEmpty()) {
            findings.add(root, "no total", "at least one, such as 'customers: 1200'");
        }
        totals.sort(Comparator.comparing(ControlTotal::kind)
                .thenComparing(ControlTotal::service, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new ControlTotalsReading.Read(source, readTo, totals);
    }

    private void addCount(YamlFields fields, String name, ControlKind kind) {
        YamlNode value = fields.optional(name);
        Integer count = value == null ? null : fields.wholeOf(value, 0, COUNT_MOST);
        if (count != null) {
            totals.add(new ControlTotal(kind, null, Decimal.of(count)));
        }
    }

    /// @return the last day whose readings are counted
    private @Nullable LocalDate readings(YamlFields fields) {
        YamlFields readings = fields.fields("readings", "readings", Set.of("count", "to", "last"));
        if (readings == null) {
            return null;
        }
        addCount(readings, "count", ControlKind.READINGS);
        readings.entries("last", "by service the sum of the last readings of all usage points")
                .forEach((service, entry) -> {
                    Decimal sum = sum(entry.value(), Decimal.SCALE_MAX);
                    if (sum != null) {
                        totals.add(new ControlTotal(ControlKind.LAST_READINGS, service, sum));
                    }
                });
        return readings.optionalDate("to");
    }

    private void addMoney(YamlFields fields, String name, String sumName, ControlKind count, ControlKind sum) {
        if (!fields.has(name)) {
            return;
        }
        YamlFields both = fields.fields(name, "a number and a sum", Set.of("count", sumName));
        if (both == null) {
            return;
        }
        addCount(both, "count", count);
        YamlNode stated = both.optional(sumName);
        Decimal money = stated == null ? null : sum(stated, MONEY_DECIMALS);
        if (money != null) {
            totals.add(new ControlTotal(sum, null, money));
        }
    }

    /// Sums of a whole utility are larger than any number of its price books.
    private @Nullable Decimal sum(YamlNode value, int decimalsMost) {
        if (value instanceof YamlNode.Scalar scalar && scalar.plain()) {
            try {
                Decimal sum = Decimal.parse(scalar.text());
                if (sum.scale() <= decimalsMost) {
                    return sum;
                }
            } catch (NumberFormatException _) {
                // no number: the finding below says so
            }
        }
        findings.add(
                value,
                value.describe(),
                "a plain number such as 1234.5"
                        + (decimalsMost == MONEY_DECIMALS ? ", of at most two decimals" : "")
                        + ", without quotes");
        return null;
    }
}
