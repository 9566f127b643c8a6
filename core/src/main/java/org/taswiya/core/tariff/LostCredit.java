package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// What is not credited of one component, because a bill is never below zero by it.
///
/// @param amount above zero, on the tariff's tax basis
public record LostCredit(String component, Fraction quantity, Unit unit, Money amount) {

    /// @param lines with all credits
    /// @param limited the same lines with what is credited
    static List<LostCredit> between(List<ChargeLine> lines, List<ChargeLine> limited) {
        List<LostCredit> lost = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ChargeLine whole = lines.get(i);
            ChargeLine kept = limited.get(i);
            Money amount = kept.amount().minus(whole.amount());
            if (!amount.isZero()) {
                Fraction quantity =
                        whole.shareOf(whole.quantity().minus(kept.quantity())).reduced();
                add(new LostCredit(whole.component(), quantity, whole.unit(), amount), lost);
            }
        }
        return lost;
    }

    /// Blocks of one component are one.
    private static void add(LostCredit one, List<LostCredit> lost) {
        for (int i = 0; i < lost.size(); i++) {
            LostCredit other = lost.get(i);
            if (other.component.equals(one.component)) {
                Fraction quantity = other.quantity.plus(one.quantity).reduced();
                lost.set(i, new LostCredit(one.component, quantity, one.unit, other.amount.plus(one.amount)));
                return;
            }
        }
        lost.add(one);
    }
}
