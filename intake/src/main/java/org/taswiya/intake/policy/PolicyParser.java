package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AllocationPolicy.ByDays;
import org.taswiya.core.billing.AllocationPolicy.EstimateShape;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.policy.ChainReader.Chains;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads the policies of a utility.
public final class PolicyParser {

    private static final Set<String> FIELDS =
            Set.of("estimation", "settlement", "backBilling", "instalments", "checks");
    private static final Set<String> ESTIMATION = Set.of("chain", "inARowMost", "source", "placeholder");
    private static final Set<String> SETTLEMENT = Set.of("allocation", "tolerance", "source", "placeholder");
    private static final Set<String> BACK_BILLING = Set.of("months", "anchor", "source", "placeholder");
    private static final Set<String> INSTALMENTS = Set.of("multipleOfUsual", "most", "source", "placeholder");
    private static final int COUNT_MAX = 1200;

    private final Findings findings;

    private PolicyParser(Findings findings) {
        this.findings = findings;
    }

    /// The policies of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static PolicyReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The policies of a text.
    ///
    /// @param file what findings call it
    public static PolicyReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<PolicyReading.Read> read =
                YamlDocument.read(text, findings).map(root -> new PolicyParser(findings).read(root));
        return findings.isEmpty() && read.isPresent() ? read.get() : new PolicyReading.Faulty(findings.inOrder());
    }

    private PolicyReading.Read read(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "a utility's policies", FIELDS, findings);
        BillingPolicy policy = policy(fields);
        return new PolicyReading.Read(
                policy, fields.has("checks") ? checks(fields, policy.estimatesInARowMost()) : BillChecks.NONE);
    }

    private BillingPolicy policy(YamlFields fields) {
        YamlFields estimation = fields.fields("estimation", "how unread meters are estimated", ESTIMATION);
        YamlFields settlement = fields.fields("settlement", "how a gap is divided", SETTLEMENT);
        Chains chains = estimation == null ? Chains.NONE : new ChainReader(estimation).read();
        return new BillingPolicy(
                settlement == null ? new ByDays() : allocation(settlement),
                chains.forOthers(),
                estimation == null ? 0 : estimation.whole("inARowMost", 0, COUNT_MAX),
                fields.has("backBilling") ? backBilling(fields) : null,
                fields.has("instalments") ? instalments(fields) : null,
                chains.own());
    }

    private AllocationPolicy allocation(YamlFields settlement) {
        Decimal tolerance = settlement.optionalNumber("tolerance", Limit.SHARE);
        AllocationPolicy favourable = new Favourable(tolerance == null ? Favourable.TOLERANCE_DEFAULT : tolerance);
        Map<String, AllocationPolicy> policies = new LinkedHashMap<>();
        for (AllocationPolicy policy : List.of(new ByDays(), new EstimateShape(), favourable)) {
            policies.put(policy.code(), policy);
        }
        AllocationPolicy chosen = settlement.choice("allocation", policies);
        return chosen == null ? favourable : chosen;
    }

    private BillChecks checks(YamlFields fields, int inARowMost) {
        YamlFields checks = fields.fields("checks", "what is looked at before a bill leaves", ChecksReader.FIELDS);
        return checks == null ? BillChecks.NONE : new ChecksReader(checks).read(inARowMost);
    }

    private @Nullable BackBillingRule backBilling(YamlFields fields) {
        YamlFields rule = fields.fields("backBilling", "the limit on back-billing", BACK_BILLING);
        if (rule == null) {
            return null;
        }
        Anchor anchor = rule.choice("anchor", Map.of("billedOn", Anchor.BILLED_ON, "lastReading", Anchor.LAST_READING));
        int months = rule.whole("months", 1, COUNT_MAX);
        return anchor == null ? null : new BackBillingRule(months, anchor);
    }

    private @Nullable InstalmentRule instalments(YamlFields fields) {
        YamlFields rule = fields.fields("instalments", "when instalments are offered", INSTALMENTS);
        return rule == null
                ? null
                : new InstalmentRule(
                        rule.number("multipleOfUsual", Limit.ABOVE_ZERO), rule.whole("most", 2, COUNT_MAX));
    }
}
