package org.taswiya.cli.pricing;

import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.deliver.tariff.CurvePicture.Words;

/// What stands in the pictures of curves that commands draw.
public final class CurveWords {
    private static final int DECIMALS = 4;
    private static final int USAGE_DECIMALS = 3;

    private CurveWords() {}

    /// @param name of the book
    public record Named(String name, PriceCurve curve) {}

    /// Of one book.
    static Words of(String title, String unit, PriceCurve curve) {
        return new Words(title, unit, List.of("the next " + unit, "a " + unit + " on average"), inWords(curve, unit));
    }

    /// Of two.
    public static Words ofTwo(String unit, Named before, Named after) {
        return new Words(
                before.name() + ", and " + after.name(),
                unit,
                List.of("the next " + unit + ", new", "the next " + unit + ", old"),
                before.name() + ": " + inWords(before.curve(), unit) + " " + after.name() + ": "
                        + inWords(after.curve(), unit));
    }

    /// Of the time bands of one book, or of each of two.
    public static Words ofEach(String title, String unit, List<Named> curves) {
        return new Words(
                title,
                unit,
                curves.stream()
                        .map(curve -> "the next " + unit + ", " + curve.name())
                        .toList(),
                curves.stream()
                        .map(curve -> curve.name() + ": " + inWords(curve.curve(), unit))
                        .collect(Collectors.joining(" ")));
    }

    private static String inWords(PriceCurve curve, String unit) {
        StringBuilder words = new StringBuilder();
        for (Piece piece : curve.pieces()) {
            words.append("Above " + usage(piece.from()) + " the next " + unit + " costs "
                    + piece.marginal().toText(DECIMALS) + ". ");
        }
        return words.toString().strip();
    }

    public static String usage(Fraction usage) {
        return usage.toCanonicalText(USAGE_DECIMALS);
    }
}
