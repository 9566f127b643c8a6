package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility charges for paying late: one rule for each class of customers that it charges.
public final class InterestParser {
    private static final Set<String> FIELDS = Set.of("interest", "source", "placeholder");
    private static final Set<String> RULE =
            Set.of("class", "rates", "graceDays", "least", "dueDays", "source", "placeholder");
    private static final Set<String> RATE = Set.of("from", "yearly", "source", "placeholder");
    private static final int DAYS_MOST = 365;

    private final Findings findings;

    private InterestParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static InterestReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static InterestReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<InterestRules> rules =
                YamlDocument.read(text, findings).map(root -> new InterestParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new InterestReading.Read(rules.get())
                : new InterestReading.Faulty(findings.inOrder());
    }

    private InterestRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "late interest", FIELDS, findings);
        Map<CustomerClass, InterestPolicy> byClass = new EnumMap<>(CustomerClass.class);
        for (YamlFields rule : fields.items("interest", "the rule of a class of customers", RULE)) {
            CustomerClass of = rule.choice("class", ArrangementsParser.classes());
            InterestPolicy policy = policy(rule);
            if (of != null && policy != null && byClass.put(of, policy) != null) {
                findings.add(rule.placeOf("class"), "a second rule for " + of.code(), "each class once");
            }
        }
        return new InterestRules(byClass);
    }

    /// The policy, or null after a finding.
    private @Nullable InterestPolicy policy(YamlFields rule) {
        List<RateFrom> rates = new ArrayList<>();
        for (YamlFields rate : rule.items("rates", "a rate from a day on", RATE)) {
            LocalDate from = rate.date("from");
            Decimal yearly = rate.number("yearly", Limit.SHARE);
            if (from == null || yearly.signum() < 0) {
                continue;
            }
            if (!rates.isEmpty() && !from.isAfter(rates.getLast().from())) {
                findings.add(rate.placeOf("from"), from.toString(), "a day after that of the rate before it");
            } else {
                rates.add(new RateFrom(from, yearly));
            }
        }
        int grace = rule.whole("graceDays", 0, DAYS_MOST);
        Money least = AmountText.of(rule, "least", Limit.ZERO_OR_MORE);
        int dueDays = rule.whole("dueDays", 0, DAYS_MOST);
        return findings.isEmpty() ? new InterestPolicy(rates, grace, least, dueDays) : null;
    }
}
