package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility decides about budget plans: one rule for each class of customers that may have one.
public final class BudgetParser {
    private static final Set<String> FIELDS = Set.of("plans", "source", "placeholder");
    private static final Set<String> RULE = Set.of(
            "class",
            "leastDays",
            "roundedUpTo",
            "firstAfterDays",
            "graceDays",
            "brokenAfterMissed",
            "drift",
            "daysToPay",
            "source",
            "placeholder");
    private static final int DAYS_MOST = 365;

    private final Findings findings;

    private BudgetParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static BudgetReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static BudgetReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<BudgetRules> rules =
                YamlDocument.read(text, findings).map(root -> new BudgetParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new BudgetReading.Read(rules.get())
                : new BudgetReading.Faulty(findings.inOrder());
    }

    private BudgetRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "budget plans", FIELDS, findings);
        Map<CustomerClass, BudgetPolicy> byClass = new EnumMap<>(CustomerClass.class);
        for (YamlFields rule : fields.items("plans", "the rule of a class of customers", RULE)) {
            CustomerClass of = rule.choice("class", ArrangementsParser.classes());
            BudgetPolicy policy = policy(rule);
            if (of != null && policy != null && byClass.put(of, policy) != null) {
                findings.add(rule.placeOf("class"), "a second rule for " + of.code(), "each class once");
            }
        }
        return new BudgetRules(byClass);
    }

    /// The policy, or null after a finding.
    private @Nullable BudgetPolicy policy(YamlFields rule) {
        int leastDays = rule.whole("leastDays", 1, DAYS_MOST);
        Money step = AmountText.of(rule, "roundedUpTo", Limit.ABOVE_ZERO);
        int first = rule.whole("firstAfterDays", 0, BudgetPolicy.FIRST_AFTER_MOST);
        int grace = rule.whole("graceDays", 0, DAYS_MOST);
        int missed = rule.whole("brokenAfterMissed", 1, BudgetPolicy.MONTHS);
        Decimal drift = rule.number("drift", Limit.ABOVE_ZERO);
        int daysToPay = rule.whole("daysToPay", 0, DAYS_MOST);
        return findings.isEmpty() ? new BudgetPolicy(leastDays, step, first, grace, missed, drift, daysToPay) : null;
    }
}
