package org.taswiya.cli.terminal;

import java.math.BigDecimal;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.wording.Figures;

/// The currency of a utility as a terminal writes its amounts: what it is called, and how many decimals it has.
///
/// Amounts are kept to two decimals, whatever the currency. One of three decimals shows a zero more. One of none shows
/// whole amounts whole, and the others as they are kept: what is owed is never rounded on a screen.
///
/// @param code the ISO code, as price books name it; empty where no price book at hand names it
public record Currency(String code) {
    public static final Currency UNNAMED = new Currency("");

    private static final int DECIMALS_KEPT = 2;

    /// As documents in English call it, such as `DH`; its code where they have no word, a dash where it has no name.
    public String word() {
        return code.isEmpty() ? "-" : new Figures(Language.EN, code).currency();
    }

    /// `1,234.50 DH`; without a word where nobody has named it.
    public String money(Money amount) {
        return code.isEmpty() ? amount(amount) : amount(amount) + " " + word();
    }

    /// `1,234.50`, for a column whose head names the currency.
    public String amount(Money amount) {
        return Grouped.of(shown(amount));
    }

    /// `1234.50 DH`, without groups, as one types it.
    public String plain(Money amount) {
        return code.isEmpty() ? digits(amount) : digits(amount) + " " + word();
    }

    /// With a sign even above zero, where the direction matters: `+1,234.50`.
    public String signed(Money amount) {
        return (amount.signum() > 0 ? "+" : "") + amount(amount);
    }

    private String digits(Money amount) {
        return shown(amount).toPlainString();
    }

    private BigDecimal shown(Money amount) {
        BigDecimal kept = BigDecimal.valueOf(amount.minorUnits(), DECIMALS_KEPT);
        boolean isWhole = kept.stripTrailingZeros().scale() <= 0;
        int decimals = isWhole ? decimals() : Math.max(decimals(), DECIMALS_KEPT);
        return kept.setScale(decimals);
    }

    private int decimals() {
        try {
            int decimals = java.util.Currency.getInstance(code).getDefaultFractionDigits();
            return decimals < 0 ? DECIMALS_KEPT : decimals;
        } catch (IllegalArgumentException _) {
            return DECIMALS_KEPT; // no code of ISO 4217, or none at all
        }
    }
}
