package org.taswiya.intake.policy;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads the checks of a utility. Each stands once for everybody, or once for each class of customers that has its own
/// and a `default` for the others; `none` says that a class is not checked.
final class ChecksReader {
    static final Set<String> FIELDS = Set.of(
            "usualMultiple",
            "billAbove",
            "trueUpAbove",
            "creditAbove",
            "zeroBills",
            "estimatesInARow",
            "missingService",
            "source",
            "placeholder");

    private static final String DEFAULT = "default";
    private static final String NONE = "none";
    private static final Map<String, Boolean> HELD = Map.of("held", true, "issued", false);

    private final YamlFields fields;

    ChecksReader(YamlFields fields) {
        this.fields = fields;
    }

    /// What one check says; null after a finding.
    private interface Value<T> {
        @Nullable T of(YamlNode node);
    }

    /// @param inARowMost how many estimates in a row the policy allows at all
    BillChecks read(int inARowMost) {
        Map<CustomerClass, Decimal> usualMultiple =
                byClass("usualMultiple", node -> fields.numberOf(node, Limit.ABOVE_ZERO));
        Map<CustomerClass, Money> billAbove = byClass("billAbove", this::money);
        Map<CustomerClass, Money> trueUpAbove = byClass("trueUpAbove", this::money);
        Map<CustomerClass, Money> creditAbove = byClass("creditAbove", this::money);
        Map<CustomerClass, Boolean> zeroBills = byClass("zeroBills", node -> fields.choiceOf(node, HELD));
        // From one more on the bill would be held anyway, and no person could let it out.
        Map<CustomerClass, Integer> inARow =
                byClass("estimatesInARow", node -> fields.wholeOf(node, 1, Math.max(1, inARowMost)));
        Map<CustomerClass, Boolean> missing = byClass("missingService", node -> fields.choiceOf(node, HELD));
        Map<CustomerClass, BillLimits> limits = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            limits.put(
                    of,
                    new BillLimits(
                            usualMultiple.get(of),
                            billAbove.get(of),
                            trueUpAbove.get(of),
                            creditAbove.get(of),
                            zeroBills.getOrDefault(of, false),
                            inARow.get(of),
                            missing.getOrDefault(of, false)));
        }
        return new BillChecks(limits);
    }

    private <T> Map<CustomerClass, T> byClass(String name, Value<T> value) {
        YamlNode node = fields.optional(name);
        YamlFields stated = node instanceof Mapping
                ? YamlFields.of(node, "a check by class of customers", classes(), fields.findings())
                : null;
        YamlNode standard = stated == null ? node : stated.optional(DEFAULT);
        T forOthers = one(standard, value);
        Map<CustomerClass, T> values = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            YamlNode own = stated == null ? null : stated.optional(of.code());
            T that = own == null ? forOthers : one(own, value);
            if (that != null) {
                values.put(of, that);
            }
        }
        return values;
    }

    private static Set<String> classes() {
        Set<String> names = new HashSet<>(Set.of(DEFAULT));
        for (CustomerClass of : CustomerClass.values()) {
            names.add(of.code());
        }
        return names;
    }

    private static <T> @Nullable T one(@Nullable YamlNode node, Value<T> value) {
        boolean isNone =
                node instanceof Scalar scalar && scalar.plain() && scalar.text().equals(NONE);
        return node == null || isNone ? null : value.of(node);
    }

    private @Nullable Money money(YamlNode node) {
        Decimal amount = fields.numberOf(node, Limit.ZERO_OR_MORE);
        return amount == null ? null : Fraction.of(amount).toMoneyHalfUp();
    }
}
