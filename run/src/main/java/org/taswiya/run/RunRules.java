package org.taswiya.run;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;

/// What decides about the bills of a run, as it is kept with the run: a line `field: value` for each thing that a
/// utility decides, so that people can read it and another day's policies can be laid beside it.
///
/// @param fields by name, in the order in which they are kept; of a check the name ends with `of` and a class, and so
///     does that of a class's own chain of estimates, which has no line where it is everybody's
record RunRules(SequencedMap<String, String> fields) {
    static final String NONE = "none";
    private static final String FIRST = "allocation";
    static final String ESTIMATION = "estimation";
    static final String EDITION = "estimation-edition";
    static final String OF_CLASS = " of ";
    private static final String BETWEEN = ": ";
    private static final int DECIMALS_MOST = 12;

    RunRules {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    static RunRules of(BillingPolicy policy, BillChecks checks) {
        Writer writer = new Writer();
        writer.add(policy);
        checks.byClass().forEach((of, limits) -> writer.add(OF_CLASS + of.code(), limits));
        return new RunRules(writer.fields);
    }

    /// Reads what was kept; nothing when it was kept in another form, as before runs of this one.
    static Optional<RunRules> parse(String kept) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (String line : kept.lines().toList()) {
            int end = line.indexOf(BETWEEN);
            if (end < 0 || (fields.isEmpty() && !line.startsWith(FIRST + BETWEEN))) {
                return Optional.empty();
            }
            fields.put(line.substring(0, end), line.substring(end + BETWEEN.length()));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new RunRules(fields));
    }

    static String code(BillingPolicy.Anchor anchor) {
        return switch (anchor) {
            case BILLED_ON -> "billed-on";
            case LAST_READING -> "last-reading";
        };
    }

    /// Names what a utility decides, field by field.
    private static final class Writer {
        private final SequencedMap<String, String> fields = new LinkedHashMap<>();

        private void add(BillingPolicy policy) {
            fields.put(FIRST, policy.allocation().code());
            put("tolerance", policy.allocation() instanceof Favourable(var tolerance) ? tolerance : null);
            put(ESTIMATION, chain(policy.estimation()));
            policy.ownChains().forEach((of, own) -> put(ESTIMATION + OF_CLASS + of.code(), chain(own)));
            if (policy.edition() > EstimationMethod.FIRST_EDITION) { // of which runs kept no line
                put(EDITION, policy.edition());
            }
            put("estimates-in-a-row-most", policy.estimatesInARowMost());
            BackBillingRule back = policy.backBilling();
            put("back-billing-months", back == null ? null : back.months());
            put("back-billing-anchor", back == null ? null : code(back.anchor()));
            InstalmentRule instalments = policy.instalments();
            put("instalments-multiple-of-usual", instalments == null ? null : instalments.multipleOfUsual());
            put("instalments-most", instalments == null ? null : instalments.most());
        }

        private void add(String ofClass, BillLimits limits) {
            put("usual-multiple" + ofClass, limits.usualMultiple());
            put("bill-above" + ofClass, limits.billAbove());
            put("true-up-above" + ofClass, limits.trueUpAbove());
            put("credit-above" + ofClass, limits.creditAbove());
            put("zero-bills" + ofClass, limits.zeroBills() ? "held" : "issued");
            put("estimates-in-a-row" + ofClass, limits.estimatesInARow());
            put("missing-service" + ofClass, limits.together() ? "held" : "issued");
        }

        private static @Nullable String chain(List<EstimationMethod> methods) {
            return methods.isEmpty()
                    ? null
                    : methods.stream().map(EstimationMethod::code).collect(Collectors.joining(", "));
        }

        private void put(String name, @Nullable Object value) {
            fields.put(name, value == null ? NONE : value.toString());
        }
    }

    /// As it is kept.
    String text() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + BETWEEN + field.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /// What has become another since, in words: `allocation was days, is estimate-shape`. A check that has changed
    /// alike for all classes is named once, without them.
    ///
    /// @return nothing when all is the same
    String changedTo(RunRules now) {
        Set<String> changed = new LinkedHashSet<>();
        SequencedSet<String> names = new LinkedHashSet<>(now.fields.keySet());
        names.addAll(fields.keySet());
        for (String name : names) {
            String change = change(name, now);
            String check = ofAll(name);
            boolean isOfAll = !check.equals(name) && isAlike(check, change, now);
            if (!change.isEmpty()) {
                changed.add((isOfAll ? check : name) + change);
            }
        }
        return String.join("; ", changed);
    }

    private static String ofAll(String name) {
        return name.contains(OF_CLASS) ? name.substring(0, name.indexOf(OF_CLASS)) : name;
    }

    private boolean isAlike(String check, String change, RunRules now) {
        for (CustomerClass of : CustomerClass.values()) {
            if (!change(check + OF_CLASS + of.code(), now).equals(change)) {
                return false;
            }
        }
        return true;
    }

    private String change(String name, RunRules now) {
        String was = value(name);
        String is = now.value(name);
        return was.equals(is) ? "" : " was " + inWords(was) + ", is " + inWords(is);
    }

    /// What holds for a class that nothing is kept of is what holds for everybody.
    private String value(String name) {
        return fields.getOrDefault(name, fields.getOrDefault(ofAll(name), NONE));
    }

    /// Amounts with their thousands apart, and without centimes where there are none.
    private static String inWords(String value) {
        if (!value.matches("[0-9]+(\\.[0-9]+)?")) {
            return value;
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(DECIMALS_MOST);
        return format.format(new BigDecimal(value));
    }
}
