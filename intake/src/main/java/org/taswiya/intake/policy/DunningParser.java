package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.dunning.DunningPolicy;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.dunning.QuietSeason;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility does about what is not paid: the steps of each class of customers that it duns.
public final class DunningParser {
    private static final Set<String> FIELDS = Set.of("dunning", "source", "placeholder");
    private static final Set<String> RULE = Set.of("class", "steps", "seasons", "vulnerable", "source", "placeholder");
    private static final Set<String> STEP =
            Set.of("name", "afterDue", "afterLast", "channel", "letter", "fee", "least", "source", "placeholder");
    private static final Set<String> SEASON = Set.of("name", "from", "to", "stops", "source", "placeholder");
    private static final Map<String, Boolean> STOPS = Map.of("disconnection", false, "all", true);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String NAME_WORDS = "a name of small letters, digits and hyphens";
    private static final int DAYS_MOST = 3660;

    private final Findings findings;

    private DunningParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static DunningReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static DunningReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<DunningRules> rules =
                YamlDocument.read(text, findings).map(root -> new DunningParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new DunningReading.Read(rules.get())
                : new DunningReading.Faulty(findings.inOrder());
    }

    private DunningRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "the dunning of a utility", FIELDS, findings);
        Map<CustomerClass, DunningPolicy> byClass = new EnumMap<>(CustomerClass.class);
        for (YamlFields rule : fields.items("dunning", "the steps of a class of customers", RULE)) {
            CustomerClass of = rule.choice("class", ArrangementsParser.classes());
            DunningPolicy policy = policy(rule);
            if (of != null && policy != null && byClass.put(of, policy) != null) {
                findings.add(rule.placeOf("class"), "the steps of " + of.code() + " a second time", "each class once");
            }
        }
        return new DunningRules(byClass);
    }

    /// The policy, or null after a finding.
    private @Nullable DunningPolicy policy(YamlFields rule) {
        List<DunningStep> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlFields fields : rule.items("steps", "a step", STEP)) {
            DunningStep step = step(fields, steps.isEmpty());
            if (step != null) {
                steps.add(step);
                if (!names.add(step.name())) {
                    findings.add(fields.placeOf("name"), "a second step " + step.name(), "each name once");
                }
            }
        }
        List<QuietSeason> seasons = new ArrayList<>();
        if (rule.has("seasons")) {
            for (YamlFields fields : rule.items("seasons", "days of every year", SEASON)) {
                season(fields).ifPresent(seasons::add);
            }
        }
        Boolean vulnerable = rule.choice("vulnerable", STOPS);
        return findings.isEmpty() ? new DunningPolicy(steps, seasons, vulnerable != null && vulnerable) : null;
    }

    /// The step, or null after a finding. The first has no step before it to wait for.
    private @Nullable DunningStep step(YamlFields fields, boolean isFirst) {
        String name = fields.name("name", NAME, NAME_WORDS);
        int afterDue = fields.whole("afterDue", 1, DAYS_MOST);
        int afterLast = isFirst && !fields.has("afterLast") ? 1 : fields.whole("afterLast", 1, DAYS_MOST);
        DunningChannel channel = fields.choice("channel", channels());
        String letter = fields.name("letter", NAME, NAME_WORDS);
        Money fee = AmountText.optional(fields, "fee", Limit.ZERO_OR_MORE);
        Money least = AmountText.of(fields, "least", Limit.ZERO_OR_MORE);
        return findings.isEmpty() && channel != null
                ? new DunningStep(name, afterDue, afterLast, channel, letter, fee == null ? Money.ZERO : fee, least)
                : null;
    }

    private Optional<QuietSeason> season(YamlFields fields) {
        String name = fields.text("name");
        MonthDay from = monthDay(fields, "from");
        MonthDay to = monthDay(fields, "to");
        Boolean all = fields.choice("stops", STOPS);
        return from == null || to == null || all == null
                ? Optional.empty()
                : Optional.of(new QuietSeason(name, from, to, !all));
    }

    private @Nullable MonthDay monthDay(YamlFields fields, String name) {
        String text = fields.text(name);
        try {
            return MonthDay.parse(text);
        } catch (DateTimeException _) {
            findings.add(fields.placeOf(name), "'" + text + "'", "a day of every year such as --11-01");
            return null;
        }
    }

    private static Map<String, DunningChannel> channels() {
        Map<String, DunningChannel> channels = new HashMap<>();
        for (DunningChannel channel : DunningChannel.values()) {
            channels.put(channel.code(), channel);
        }
        return channels;
    }
}
