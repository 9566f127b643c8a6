package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what deposits a utility asks for, by class of customers and service, and what interest it gives.
public final class DepositsParser {
    private static final Set<String> FIELDS = Set.of("deposits", "dueDays", "interest", "source", "placeholder");
    private static final Set<String> DEPOSIT = Set.of("class", "service", "amount", "source", "placeholder");
    private static final Set<String> INTEREST = Set.of("rates", "yearDays", "source", "placeholder");
    private static final Set<String> RATE = Set.of("from", "rate", "source", "placeholder");
    private static final int DAYS_MOST = 366;

    private final Findings findings;

    private DepositsParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static DepositsReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static DepositsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<DepositRules> rules =
                YamlDocument.read(text, findings).map(root -> new DepositsParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new DepositsReading.Read(rules.get())
                : new DepositsReading.Faulty(findings.inOrder());
    }

    private DepositRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "deposits", FIELDS, findings);
        Map<DepositRules.Of, Money> amounts = new HashMap<>();
        for (YamlFields rule : fields.items("deposits", "the deposit of a class and service", DEPOSIT)) {
            CustomerClass of = rule.choice("class", ArrangementsParser.classes());
            String service = rule.text("service");
            Money amount = AmountText.of(rule, "amount", Limit.ABOVE_ZERO);
            if (of != null && service != null && amounts.put(new DepositRules.Of(of, service), amount) != null) {
                findings.add(
                        rule.placeOf("service"),
                        "a second deposit of " + of.code() + " for " + service,
                        "each class and service once");
            }
        }
        int due = fields.whole("dueDays", 0, DAYS_MOST);
        YamlFields interest = fields.fields("interest", "what is given on deposits", INTEREST);
        List<DepositRules.Rate> rates = interest == null ? List.of() : rates(interest);
        int year = interest == null ? 365 : interest.whole("yearDays", 360, DAYS_MOST);
        return findings.isEmpty() ? new DepositRules(amounts, due, rates, year) : DepositRules.NONE;
    }

    private List<DepositRules.Rate> rates(YamlFields interest) {
        Map<LocalDate, DepositRules.Rate> rates = new TreeMap<>();
        for (YamlFields one : interest.items("rates", "a rate and since when it holds", RATE)) {
            LocalDate from = one.date("from");
            Decimal rate = one.number("rate", Limit.SHARE);
            if (from != null && rates.put(from, new DepositRules.Rate(from, rate)) != null) {
                findings.add(one.placeOf("from"), "a second rate from " + from, "each day once");
            }
        }
        return List.copyOf(rates.values());
    }
}
