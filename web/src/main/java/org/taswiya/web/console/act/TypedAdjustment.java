package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.web.page.TypedMoney;

/// An adjustment as it was typed.
///
/// @param item the number of what is adjusted, or [#ACCOUNT]; empty where nothing was chosen
/// @param direction `less` or `more`; asked only where the reason allows both
/// @param amount without a sign; empty where a share is meant
/// @param share of the item in percent; empty where an amount is meant
/// @param key under which it counts once; empty before it is looked at
public record TypedAdjustment(
        String item,
        String reason,
        String direction,
        String amount,
        String share,
        String evidence,
        String why,
        String key) {
    /// The account as such is adjusted.
    public static final String ACCOUNT = "account";

    private static final int LONGEST = 500;
    private static final String KEY = "console/[0-9a-f]{16}";

    static TypedAdjustment of(HttpServletRequest request) {
        String key = Desk.typed(request, "key");
        return new TypedAdjustment(
                Desk.typed(request, "item"),
                Desk.typed(request, "reason"),
                Desk.typed(request, "direction"),
                Desk.typed(request, "amount"),
                Desk.typed(request, "share"),
                Desk.typed(request, "evidence"),
                Desk.typed(request, "why"),
                key.matches(KEY) ? key : "");
    }

    TypedAdjustment withKey(String newKey) {
        return new TypedAdjustment(item, reason, direction, amount, share, evidence, why, newKey);
    }

    /// To be looked at anew.
    TypedAdjustment withoutKey() {
        return withKey("");
    }

    TypedAdjustment withItem(String number) {
        return new TypedAdjustment(number, reason, direction, amount, share, evidence, why, key);
    }

    /// The first field that nobody can make anything of; empty for none.
    ///
    /// @param amounts of what can be adjusted, by number
    /// @param currency of all amounts
    String fault(Map<String, AdjustmentReason> reasons, Map<String, Money> amounts, String currency) {
        if (!isAccount() && !amounts.containsKey(item)) {
            return "item";
        }
        AdjustmentReason of = reasons.get(reason);
        if (of == null) {
            return "reason";
        }
        if (of.isLowering() && of.isRaising() && !direction.matches("less|more")) {
            return "direction";
        }
        if (amount.isBlank() == share.isBlank()) {
            return "amount";
        }
        if (!amount.isBlank() && TypedMoney.amount(amount, currency).isEmpty()) {
            return "amount";
        }
        if (!share.isBlank() && (isAccount() || shareSaid().isEmpty())) {
            return "share";
        }
        if (evidence.isBlank() || evidence.length() > LONGEST) {
            return "evidence";
        }
        return why.isBlank() || why.length() > LONGEST ? "why" : "";
    }

    private boolean isAccount() {
        return item.equals(ACCOUNT);
    }

    /// Above nothing and at most all.
    private Optional<Decimal> shareSaid() {
        String plain =
                TypedText.plain(share).replace(',', '.').replace('٫', '.').replaceAll("\\s*[%٪]$", "");
        return plain.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")
                ? Optional.of(Decimal.parse(plain))
                        .filter(said -> said.signum() > 0 && said.compareTo(Decimal.of(100)) <= 0)
                : Optional.empty();
    }

    /// Only where no field is at fault.
    Adjustment said(
            String account, Map<String, AdjustmentReason> reasons, Map<String, Money> amounts, String currency) {
        Money size = amount.isBlank()
                ? Money.ofMinor(Objects.requireNonNull(amounts.get(item))
                        .toFraction()
                        .times(shareSaid().orElseThrow())
                        .dividedBy(Fraction.of(100))
                        .round(2, RoundingMode.HALF_UP)
                        .steps(2))
                : TypedMoney.amount(amount, currency).orElseThrow();
        AdjustmentReason of = reasons.get(reason);
        boolean isLess = of != null && of.isLowering() && (!of.isRaising() || direction.equals("less"));
        return new Adjustment(
                account, keyOrNull(), itemKey(), isLess ? size.negated() : size, reason, evidence.strip());
    }

    private @Nullable String keyOrNull() {
        return key.isEmpty() ? null : key;
    }

    private @Nullable ItemKey itemKey() {
        return isAccount() ? null : ItemKey.ofNumber(item);
    }
}
