package org.taswiya.intake.billing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AllocationPolicy.ByDays;
import org.taswiya.core.billing.AllocationPolicy.EstimateShape;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.RefusalReason;

/// What a utility decided about estimates and settlements, read from the fields of an object.
public final class PolicyFields {

    private static final int MONTHS_MAX = 1_200;
    private static final int COUNT_MAX = 1_000_000;

    private static final Map<String, Anchor> ANCHORS = anchors();

    private PolicyFields() {}

    private static Map<String, Anchor> anchors() {
        Map<String, Anchor> anchors = new LinkedHashMap<>();
        anchors.put("billedOn", Anchor.BILLED_ON);
        anchors.put("lastReading", Anchor.LAST_READING);
        return anchors;
    }

    /// The fields `allocation`, `days` when it is left out, and `tolerance`.
    public static AllocationPolicy allocation(JsonFields fields) {
        Decimal tolerance = fields.optionalDecimal("tolerance").orElse(Favourable.TOLERANCE_DEFAULT);
        if (tolerance.signum() < 0 || tolerance.compareTo(Decimal.ONE) > 0) {
            throw fields.refuse(
                    RefusalReason.BAD_NUMBER, "tolerance", "found " + tolerance + ", expected a fraction from 0 to 1");
        }
        Map<String, AllocationPolicy> policies = new LinkedHashMap<>();
        for (AllocationPolicy policy : List.of(new ByDays(), new EstimateShape(), new Favourable(tolerance))) {
            policies.put(policy.code(), policy);
        }
        return fields.optionalChoice("allocation", policies).orElseGet(ByDays::new);
    }

    /// The fields `months` and `anchor` of a limit on back-billing.
    public static BackBillingRule backBilling(JsonFields limit) {
        return new BackBillingRule(limit.wholeNumber("months", 0, MONTHS_MAX), limit.choice("anchor", ANCHORS));
    }

    /// All fields of a whole policy. What says nothing of an edition was written before there was a second one.
    public static BillingPolicy policy(JsonFields fields) {
        return new BillingPolicy(
                        allocation(fields),
                        estimation(fields),
                        fields.wholeNumber("estimatesInARowMost", 0, COUNT_MAX),
                        fields.optionalObject("backBilling")
                                .map(PolicyFields::backBilling)
                                .orElse(null),
                        fields.optionalObject("instalments")
                                .map(rule -> new InstalmentRule(
                                        rule.quantity("multipleOfUsual"), rule.wholeNumber("most", 0, COUNT_MAX)))
                                .orElse(null))
                .by(fields.optionalWholeNumber(
                                "estimationEdition", EstimationMethod.FIRST_EDITION, EstimationMethod.EDITION)
                        .orElse(EstimationMethod.FIRST_EDITION));
    }

    /// The object `estimateInstruction`, which may be left out: how a person wanted the estimate made.
    public static Optional<EstimateInstruction> instruction(JsonFields fields) {
        return fields.optionalObject("estimateInstruction")
                .map(instruction -> instruction
                        .optionalQuantity("usage")
                        .<EstimateInstruction>map(EstimateInstruction.Stated::new)
                        .orElseGet(() -> new EstimateInstruction.ByMethod(
                                method(instruction, "method", instruction.text("method")))));
    }

    private static List<EstimationMethod> estimation(JsonFields fields) {
        List<EstimationMethod> methods = new ArrayList<>();
        for (String code : fields.texts("estimation")) {
            methods.add(method(fields, "estimation[" + methods.size() + "]", code));
        }
        return methods;
    }

    private static EstimationMethod method(JsonFields fields, String name, String code) {
        return EstimationMethod.ofCode(code)
                .orElseThrow(() -> fields.refuse(
                        RefusalReason.MISSING_FIELD,
                        name,
                        "found " + Quoted.of(code) + ", expected a method of estimation such as two-years"));
    }
}
