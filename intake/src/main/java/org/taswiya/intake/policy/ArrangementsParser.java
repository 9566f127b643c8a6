package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementPolicy.Alone;
import org.taswiya.core.arrangement.ArrangementPolicy.Rebate;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility decides about payment facilities: one rule for each class of customers to whom it grants any.
public final class ArrangementsParser {
    private static final Set<String> FIELDS = Set.of("arrangements", "source", "placeholder");
    private static final Set<String> RULE = Set.of(
            "class",
            "multipleOfUsual",
            "longest",
            "clerk",
            "supervisor",
            "leastInstalment",
            "firstAfterDays",
            "graceDays",
            "rebate",
            "source",
            "placeholder");
    private static final Set<String> CLERK = Set.of("longest", "amount");
    private static final Set<String> REBATE = Set.of("rate", "withinDays", "source", "placeholder");
    private static final int LONGEST_MOST = 60;
    private static final int DAYS_MOST = 365;

    private final Findings findings;

    private ArrangementsParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ArrangementsReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static ArrangementsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ArrangementRules> rules =
                YamlDocument.read(text, findings).map(root -> new ArrangementsParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new ArrangementsReading.Read(rules.get())
                : new ArrangementsReading.Faulty(findings.inOrder());
    }

    private ArrangementRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "payment facilities", FIELDS, findings);
        Map<CustomerClass, ArrangementPolicy> byClass = new EnumMap<>(CustomerClass.class);
        for (YamlFields rule : fields.items("arrangements", "the rule of a class of customers", RULE)) {
            CustomerClass of = rule.choice("class", classes());
            ArrangementPolicy policy = policy(rule);
            if (of != null && policy != null && byClass.put(of, policy) != null) {
                findings.add(rule.placeOf("class"), "a second rule for " + of.code(), "each class once");
            }
        }
        return new ArrangementRules(byClass);
    }

    static Map<String, CustomerClass> classes() {
        Map<String, CustomerClass> classes = new HashMap<>();
        for (CustomerClass of : CustomerClass.values()) {
            classes.put(of.code(), of);
        }
        return classes;
    }

    /// The policy, or null after a finding.
    private @Nullable ArrangementPolicy policy(YamlFields rule) {
        Decimal multiple = rule.number("multipleOfUsual", Limit.ZERO_OR_MORE);
        int longest = rule.whole("longest", ArrangementPolicy.FEWEST, LONGEST_MOST);
        YamlFields clerk = rule.fields("clerk", "what a clerk grants alone", CLERK);
        int clerkLongest = clerk == null ? 0 : clerk.whole("longest", 0, longest);
        Money clerkAmount = clerk == null ? null : AmountText.optional(clerk, "amount", Limit.ZERO_OR_MORE);
        YamlFields supervisor = rule.has("supervisor")
                ? rule.fields("supervisor", "what a supervisor grants alone", CLERK)
                : null;
        Alone alone = supervisor == null
                ? null
                : new Alone(
                        supervisor.whole("longest", clerkLongest, longest),
                        AmountText.optional(supervisor, "amount", Limit.ZERO_OR_MORE));
        Money least = AmountText.of(rule, "leastInstalment", Limit.ABOVE_ZERO);
        int first = rule.whole("firstAfterDays", 0, DAYS_MOST);
        int grace = rule.whole("graceDays", 0, DAYS_MOST);
        Rebate rebate = rule.has("rebate") ? rebate(rule) : null;
        return findings.isEmpty()
                ? new ArrangementPolicy(
                        multiple, longest, clerkLongest, clerkAmount, least, first, grace, rebate, alone)
                : null;
    }

    private @Nullable Rebate rebate(YamlFields rule) {
        YamlFields rebate = rule.fields("rebate", "what is left off when all is paid at once", REBATE);
        if (rebate == null) {
            return null;
        }
        Decimal rate = rebate.number("rate", Limit.SHARE);
        int days = rebate.whole("withinDays", 0, DAYS_MOST);
        if (rate.signum() <= 0 || rate.compareTo(Decimal.ONE) >= 0) {
            findings.add(rebate.placeOf("rate"), rate.toString(), "a share above 0 and below 1");
            return null;
        }
        return new Rebate(rate, days);
    }
}
