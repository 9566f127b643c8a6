package org.taswiya.intake.policy;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Amounts of money in a utility's rules.
final class AmountText {
    private AmountText() {}

    /// The amount under a field; zero after a finding.
    static Money of(YamlFields fields, String name, Limit limit) {
        return money(fields, fields.placeOf(name), fields.number(name, limit));
    }

    /// The amount under a field; null where it is not there.
    static @Nullable Money optional(YamlFields fields, String name, Limit limit) {
        Decimal amount = fields.optionalNumber(name, limit);
        return amount == null ? null : money(fields, fields.placeOf(name), amount);
    }

    private static Money money(YamlFields fields, YamlNode place, Decimal amount) {
        if (amount.scale() > 2) {
            fields.findings().add(place, amount.toString(), "at most two decimals of money");
            return Money.ZERO;
        }
        return Money.parse(amount.toString());
    }
}
