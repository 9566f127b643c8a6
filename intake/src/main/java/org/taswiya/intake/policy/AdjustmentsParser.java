package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentReason.Alone;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads for what a utility adjusts what is owed, and what its authors decide alone.
public final class AdjustmentsParser {
    private static final Set<String> FIELDS =
            Set.of(
                    "reasons",
                    "alone",
                    "supervisorAlone",
                    "aloneDays",
                    "authors",
                    "dueDays",
                    "disputeDays",
                    "source",
                    "placeholder");
    private static final Set<String> REASON =
            Set.of("code", "against", "direction", "alone", "source", "placeholder");
    private static final Set<String> AUTHOR = Set.of("name", "alone");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /// Of what the utility has only the provision for bad debts: a debt that is given up is taken from it.
    private static final Pattern ACCOUNT =
            Pattern.compile("as-billed|assets:bad-debt-provision|(revenue|expenses)(:[a-zA-Z0-9-]+)+");
    private static final Set<String> OURS = Set.of(
            AdjustmentReason.DUNNING_FEE,
            AdjustmentReason.REBATE,
            AdjustmentReason.LATE_INTEREST,
            AdjustmentReason.WRITE_OFF);
    private static final int DAYS_MOST = 3660;

    private enum Direction {
        LOWERS,
        RAISES,
        BOTH
    }

    private static final Map<String, Direction> DIRECTIONS =
            Map.of("lowers", Direction.LOWERS, "raises", Direction.RAISES, "both", Direction.BOTH);

    private static final Map<String, Alone> ALONE =
            Map.of("anybody", Alone.ANYBODY, "supervisor", Alone.SUPERVISOR, "nobody", Alone.NOBODY);

    private final Findings findings;

    private AdjustmentsParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static AdjustmentsReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static AdjustmentsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<AdjustmentRules> rules =
                YamlDocument.read(text, findings).map(root -> new AdjustmentsParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new AdjustmentsReading.Read(rules.get())
                : new AdjustmentsReading.Faulty(findings.inOrder());
    }

    private AdjustmentRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "the adjustments of a utility", FIELDS, findings);
        Map<String, AdjustmentReason> reasons = new HashMap<>();
        for (YamlFields reason : fields.items("reasons", "a reason", REASON)) {
            add(reasons, reason);
        }
        Map<String, Money> limits = new HashMap<>();
        if (fields.has("authors")) {
            for (YamlFields author : fields.items("authors", "an author", AUTHOR)) {
                String name = author.text("name");
                if (limits.put(name, AmountText.of(author, "alone", Limit.ZERO_OR_MORE)) != null) {
                    findings.add(author.placeOf("name"), "a second limit of " + name, "each author once");
                }
            }
        }
        Money alone = AmountText.of(fields, "alone", Limit.ZERO_OR_MORE);
        Money supervisor = AmountText.optional(fields, "supervisorAlone", Limit.ZERO_OR_MORE);
        if (supervisor != null && supervisor.compareTo(alone) < 0) {
            findings.add(fields.placeOf("supervisorAlone"), supervisor.toString(), "at least what anybody decides");
        }
        return new AdjustmentRules(
                reasons,
                alone,
                supervisor == null || supervisor.compareTo(alone) < 0 ? alone : supervisor,
                limits,
                fields.has("aloneDays")
                        ? Math.max(1, fields.whole("aloneDays", 1, DAYS_MOST))
                        : AdjustmentRules.ALONE_DAYS,
                fields.whole("dueDays", 0, DAYS_MOST),
                Math.max(1, fields.whole("disputeDays", 1, DAYS_MOST)));
    }

    private void add(Map<String, AdjustmentReason> reasons, YamlFields fields) {
        String code = fields.name("code", CODE, "a code of small letters, digits and hyphens");
        String against =
                fields.name("against", ACCOUNT, "as-billed, or an account of ours below revenue or expenses in quotes");
        Direction direction = fields.choice("direction", DIRECTIONS);
        Alone alone = fields.has("alone") ? fields.choice("alone", ALONE) : Alone.ANYBODY;
        if (code.isEmpty() || against.isEmpty() || direction == null || alone == null) {
            return;
        }
        if (OURS.contains(code)) {
            findings.add(fields.placeOf("code"), code, "another code; this one the program gives by itself");
            return;
        }
        AdjustmentReason reason = new AdjustmentReason(
                code,
                against.equals("as-billed") ? null : new LedgerAccount(against),
                direction != Direction.RAISES,
                direction != Direction.LOWERS,
                alone);
        if (reasons.put(code, reason) != null) {
            findings.add(fields.placeOf("code"), "a second reason " + code, "each code once");
        }
    }
}
