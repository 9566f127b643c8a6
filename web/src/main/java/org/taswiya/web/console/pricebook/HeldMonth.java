package org.taswiya.web.console.pricebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.UsageProfile;
import org.taswiya.web.page.Frame;

/// A month of which all but the usage is held where prices hang on more than it.
///
/// @param usage of it
public record HeldMonth(HeldUse held, Fraction usage) {
    private static final int DECIMALS = 6;
    private static final int EXAMPLES_MOST = 24;

    /// What was typed as a profile, month by month, then the examples of a book: the first that says all that is asked
    /// for will do.
    static List<HeldMonth> of(TariffBook book, Draft typed) {
        Stream<BillDeterminants> months = typed.whose().equals(Draft.PROFILE)
                        && UsageProfile.read(typed.profile().lines().toList(), 1)
                                instanceof UsageProfile.Reading.Read(var uses)
                ? uses.stream().map(use -> use.use())
                : Stream.of();
        return Stream.concat(months.limit(1).flatMap(HeldMonth::of), of(book).stream())
                .toList();
    }

    static List<HeldMonth> of(TariffBook book) {
        return book.examples().stream()
                .limit(EXAMPLES_MOST)
                .flatMap(example -> of(example.use()))
                .toList();
    }

    private static Stream<HeldMonth> of(BillDeterminants use) {
        return use.usage().signum() > 0 ? Stream.of(new HeldMonth(HeldUse.withLoad(use), use.usage())) : Stream.of();
    }

    /// What is held, in words.
    public String inWords(Frame frame) {
        List<String> words = new ArrayList<>();
        if (!held.told().shares().isEmpty()) {
            words.add(frame.text("prices.held.shares", "each", each(held.told().shares(), frame)));
        }
        if (held.isOfLoad()) {
            words.add(frame.text("prices.held.load", "each", load(frame)));
        }
        held.told().others().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> words.add(
                        stays(frame.figures().determinant(one.getKey()), figure(one.getValue(), frame), frame)));
        held.told().parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> words.add(
                        stays(frame.figures().determinant(one.getKey()), each(one.getValue(), frame), frame)));
        return frame.text("prices.held", "held", listed(words, frame));
    }

    private static String stays(String what, String figure, Frame frame) {
        return frame.text("prices.held.stays", "what", what, "figure", figure);
    }

    /// Demand that belongs to no time band has no name.
    private String load(Frame frame) {
        Map<String, Fraction> load = held.told().load();
        boolean isOfBand = load.size() > 1 || held.told().shares().keySet().containsAll(load.keySet());
        return isOfBand ? each(load, frame) : figure(load.values().iterator().next(), frame);
    }

    private static String each(Map<String, Fraction> all, Frame frame) {
        return listed(
                all.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> frame.figures().band(one.getKey()) + " " + figure(one.getValue(), frame))
                        .toList(),
                frame);
    }

    private static String listed(List<String> words, Frame frame) {
        return words.stream()
                .reduce((first, second) -> frame.text("prices.held.and", "first", first, "second", second))
                .orElse("");
    }

    private static String figure(Fraction number, Frame frame) {
        return frame.figures().written(number.toCanonicalText(DECIMALS));
    }
}
