package org.taswiya.deliver.document;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.core.tariff.UnroundedRating;
import org.taswiya.core.tariff.UnroundedRating.UnroundedTax;
import tools.jackson.core.JsonGenerator;

/// Writes a [Rating] as the fields `lines`, `net`, `taxes`, `tax` and `total`.
///
/// A quantity that does not end, such as that of a scaled block, has twelve decimals, half-even, without trailing
/// zeros.
public final class RatingWriter {
    private static final int DECIMALS_EXACT = 12;
    private static final int DECIMALS_MONEY = 2;
    private static final BigInteger TEN_TO_12 = BigInteger.TEN.pow(DECIMALS_EXACT);
    private static final BigInteger TEN_TO_18 = BigInteger.TEN.pow(Decimal.SCALE_MAX);

    private final JsonGenerator json;

    public RatingWriter(JsonGenerator json) {
        this.json = json;
    }

    /// What a usage costs, as a bill claims it.
    public void write(Rating rating) {
        writeLines(rating.lines(), false);
        writeSums(rating.net(), rating.taxes(), rating.tax(), rating.total());
    }

    /// What a usage costs, paid in a stated way.
    public void write(PaidRating paid) {
        writeLines(paid.rating().lines(), false);
        writeSums(paid.net(), paid.taxes(), paid.tax(), paid.total());
    }

    /// The same with nothing rounded but the text: every amount has twelve decimals, half-even.
    public void writeUnrounded(PaidRating paid) {
        writeLines(paid.rating().lines(), true);
        UnroundedRating unrounded = paid.unrounded();
        json.writeStringProperty("net", exact(unrounded.net()));
        json.writeArrayPropertyStart("taxes");
        for (UnroundedTax tax : unrounded.taxes()) {
            boolean volume = tax.rate() == null;
            writeTax(tax.code(), tax.rate(), volume ? quantity(tax.base()) : exact(tax.base()), exact(tax.amount()));
        }
        json.writeEndArray();
        json.writeStringProperty("tax", exact(unrounded.tax()));
        json.writeStringProperty("total", exact(unrounded.total()));
    }

    private void writeLines(List<ChargeLine> lines, boolean exact) {
        json.writeArrayPropertyStart("lines");
        for (ChargeLine line : lines) {
            writeLine(line, exact);
        }
        json.writeEndArray();
    }

    private void writeLine(ChargeLine line, boolean exact) {
        json.writeStartObject();
        json.writeStringProperty("component", line.component());
        if (line.block() == 0) {
            json.writeNullProperty("block");
        } else {
            json.writeNumberProperty("block", line.block());
        }
        if (line.band() != null) {
            json.writeStringProperty("band", line.band());
        }
        json.writeStringProperty("from", line.range().from().toString());
        json.writeStringProperty("to", line.range().to().toString());
        json.writeStringProperty("quantity", quantity(line.quantity()));
        json.writeStringProperty("unit", line.unit().symbol());
        json.writeStringProperty("price", line.price().toString());
        writeNullable("share", line.share());
        json.writeStringProperty(
                "amount", exact ? exact(line.unrounded()) : line.amount().toString());
        json.writeStringProperty("clause", line.clause());
        json.writeEndObject();
    }

    private void writeSums(Money net, List<TaxLine> taxes, Money tax, Money total) {
        json.writeStringProperty("net", net.toString());
        json.writeArrayPropertyStart("taxes");
        for (TaxLine line : taxes) {
            boolean volume = line.baseUnit() != null;
            String base = volume ? quantity(line.base()) : line.base().toText(DECIMALS_MONEY);
            writeTax(line.code(), line.rate(), base, line.amount().toString());
        }
        json.writeEndArray();
        json.writeStringProperty("tax", tax.toString());
        json.writeStringProperty("total", total.toString());
    }

    private void writeTax(String code, @Nullable Decimal rate, String base, String amount) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        writeNullable("rate", rate);
        json.writeStringProperty("base", base);
        json.writeStringProperty("amount", amount);
        json.writeEndObject();
    }

    private void writeNullable(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /// Whole where it ends, which it does within the decimals that a usage may have or never.
    public static String quantity(Fraction value) {
        BigInteger denominator = value.reducedDenominator();
        boolean fine = TEN_TO_12.mod(denominator).signum() != 0
                && TEN_TO_18.mod(denominator).signum() == 0;
        return value.toCanonicalText(fine ? Decimal.SCALE_MAX : DECIMALS_EXACT);
    }

    /// An amount with nothing rounded but the text: twelve decimals, half-even.
    public static String exact(Fraction amount) {
        return amount.toText(DECIMALS_EXACT);
    }
}
