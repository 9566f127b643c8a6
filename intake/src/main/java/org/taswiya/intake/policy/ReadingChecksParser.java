package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReadingLimits.AverageLimits;
import org.taswiya.core.validation.ReadingLimits.ProlongedLimits;
import org.taswiya.core.validation.ReadingLimits.YearLimits;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads by what a utility judges the readings that come in: a list of limits, each of a service and a class of
/// customers, or of all classes of a service that have none of their own.
public final class ReadingChecksParser {
    private static final Set<String> LIMITS = Set.of(
            "service",
            "class",
            "average",
            "year",
            "spike",
            "sum",
            "zeroUseDays",
            "inactiveUse",
            "siblings",
            "prolonged",
            "alarm",
            "source",
            "placeholder");
    private static final Set<String> AVERAGE =
            Set.of("high", "low", "leastDifference", "referenceDays", "estimatedShare");
    private static final Set<String> YEAR = Set.of("high", "low");
    private static final Set<String> PROLONGED = Set.of("estimates", "days");
    private static final Set<String> ALARM =
            Set.of("flowAbove", "flowDays", "scatters", "leastShare", "leastDifference");
    private static final Map<String, Boolean> SIBLINGS = Map.of("required", true, "ignored", false);
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z-]*");
    private static final int DAYS_MOST = 3660;
    private static final int COUNT_MOST = 1200;

    private final Findings findings;
    private final Map<String, Map<CustomerClass, ReadingLimits>> own = new HashMap<>();
    private final Map<String, ReadingLimits> standard = new HashMap<>();

    private ReadingChecksParser(Findings findings) {
        this.findings = findings;
    }

    /// The limits of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ValidationReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The limits of a text.
    ///
    /// @param file what findings call it
    static ValidationReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ReadingChecks> checks =
                YamlDocument.read(text, findings).map(root -> new ReadingChecksParser(findings).checks(root));
        return findings.isEmpty() && checks.isPresent()
                ? new ValidationReading.Read(checks.get())
                : new ValidationReading.Faulty(findings.inOrder());
    }

    private ReadingChecks checks(YamlNode root) {
        YamlFields fields =
                YamlFields.of(root, "the validation of readings", Set.of("limits", "source", "placeholder"), findings);
        fields.items("limits", "limits of a service", LIMITS).forEach(this::add);
        Map<String, Map<CustomerClass, ReadingLimits>> all = new HashMap<>();
        standard.forEach((service, limits) -> {
            for (CustomerClass of : CustomerClass.values()) {
                all.computeIfAbsent(service, _ -> new EnumMap<>(CustomerClass.class))
                        .put(of, limits);
            }
        });
        own.forEach((service, byClass) -> all.computeIfAbsent(service, _ -> new EnumMap<>(CustomerClass.class))
                .putAll(byClass));
        return new ReadingChecks(all);
    }

    private void add(YamlFields fields) {
        String service = fields.name("service", SERVICE, "a service such as electricity");
        ReadingLimits limits = limits(fields);
        YamlNode named = fields.optional("class");
        CustomerClass of = named == null ? null : fields.choiceOf(named, classes());
        if (named != null && of == null) {
            return;
        }
        ReadingLimits before = of == null
                ? standard.put(service, limits)
                : own.computeIfAbsent(service, _ -> new EnumMap<>(CustomerClass.class))
                        .put(of, limits);
        if (before != null) {
            findings.add(
                    fields.placeOf("service"),
                    "limits of " + service + (of == null ? "" : " and " + of.code()) + " for a second time",
                    "each service and class once");
        }
    }

    private static Map<String, CustomerClass> classes() {
        Map<String, CustomerClass> classes = new HashMap<>();
        for (CustomerClass of : CustomerClass.values()) {
            classes.put(of.code(), of);
        }
        return classes;
    }

    private ReadingLimits limits(YamlFields fields) {
        YamlNode zeroUse = fields.optional("zeroUseDays");
        Boolean siblings = fields.has("siblings") ? fields.choice("siblings", SIBLINGS) : Boolean.FALSE;
        return new ReadingLimits(
                fields.has("average") ? average(fields) : null,
                fields.has("year") ? year(fields) : null,
                fields.optionalNumber("spike", Limit.ZERO_OR_MORE),
                fields.optionalNumber("sum", Limit.SHARE),
                zeroUse == null ? null : fields.wholeOf(zeroUse, 0, DAYS_MOST),
                fields.optionalNumber("inactiveUse", Limit.ZERO_OR_MORE),
                siblings != null && siblings,
                fields.has("prolonged") ? prolonged(fields) : null,
                fields.has("alarm") ? alarm(fields) : null);
    }

    private @Nullable AverageLimits average(YamlFields fields) {
        YamlFields average = fields.fields("average", "use a day beside the meter's own", AVERAGE);
        if (average == null) {
            return null;
        }
        Decimal high = average.number("high", Limit.ABOVE_ZERO);
        Decimal low = average.number("low", Limit.ZERO_OR_MORE);
        requireOrder(average, low, high);
        return new AverageLimits(
                high,
                low,
                average.number("leastDifference", Limit.ZERO_OR_MORE),
                average.whole("referenceDays", 1, DAYS_MOST),
                average.number("estimatedShare", Limit.SHARE));
    }

    private @Nullable YearLimits year(YamlFields fields) {
        YamlFields year = fields.fields("year", "a year beside the three before", YEAR);
        if (year == null) {
            return null;
        }
        Decimal high = year.number("high", Limit.ABOVE_ZERO);
        Decimal low = year.number("low", Limit.ZERO_OR_MORE);
        requireOrder(year, low, high);
        return new YearLimits(high, low);
    }

    private void requireOrder(YamlFields fields, Decimal low, Decimal high) {
        if (findings.isEmpty() && low.compareTo(high) >= 0) {
            findings.add(fields.placeOf("low"), "low: " + low, "less than high, " + high);
        }
    }

    private @Nullable ProlongedLimits prolonged(YamlFields fields) {
        YamlFields prolonged = fields.fields("prolonged", "how long nobody may have read", PROLONGED);
        return prolonged == null
                ? null
                : new ProlongedLimits(
                        prolonged.whole("estimates", 0, COUNT_MOST), prolonged.whole("days", 1, DAYS_MOST));
    }

    private @Nullable AlarmLimits alarm(YamlFields fields) {
        YamlFields alarm = fields.fields("alarm", "when a customer is told of abnormal use", ALARM);
        return alarm == null
                ? null
                : new AlarmLimits(
                        alarm.number("flowAbove", Limit.ZERO_OR_MORE),
                        alarm.whole("flowDays", 1, DAYS_MOST),
                        alarm.number("scatters", Limit.ZERO_OR_MORE),
                        alarm.number("leastShare", Limit.ZERO_OR_MORE),
                        alarm.number("leastDifference", Limit.ZERO_OR_MORE));
    }
}
