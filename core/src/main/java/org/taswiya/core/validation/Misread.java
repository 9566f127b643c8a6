package org.taswiya.core.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What the dial may have shown when the value that came in is not likely: a slip of the hand or the eye that makes it
/// so.
///
/// Of all slips that lead into what is expected, the one whose value is nearest to what is likely; of equally near ones
/// the kind that stands first, then the smaller value. A digit that is another, or is missing, explains nearly
/// everything, so these are looked at only where nothing else leads there.
///
/// @param value what the dial may have shown
record Misread(Decimal value, Slip slip) {
    private static final int POINT_MOST = 3;

    /// Beyond these no dial shows anything, and no slip is looked for.
    private static final Decimal MOST = Decimal.of(1_000_000_000_000L);

    private static final int DECIMALS_MOST = 6;

    /// Of a value below the most that has no more decimals. What would have more is on no dial.
    private static final int DIGITS_MOST = 18;
    private static final List<String> ALIKE = List.of("06", "08", "17", "38", "56", "69", "89", "49", "35");

    enum Slip {
        TRANSPOSED("two digits have changed places"),
        POINT("the point is set wrong"),
        EXTRA_DIGIT("a digit is too many"),
        MULTIPLIED("the multiplier was applied already"),
        OTHER_REGISTER("it stands under another register of the device"),
        ALIKE("a digit was taken for one that looks like it"),
        MISSING_DIGIT("a digit is missing"),
        ONE_DIGIT("one digit is another");

        private final String words;

        Slip(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /// Whether it fits so seldom by chance that it says more than another explanation.
        boolean isTelling() {
            return this != MISSING_DIGIT && this != ONE_DIGIT;
        }
    }

    /// The likeliest slip, if one leads into what is expected.
    ///
    /// @param others what the other registers of the device showed that day
    /// @param low the least that the dial is expected to show
    /// @param high the most
    static Optional<Misread> of(
            Register register, Decimal shown, List<Decimal> others, Decimal likely, Decimal low, Decimal high) {
        if (shown.signum() < 0 || shown.compareTo(MOST) >= 0 || shown.scale() > DECIMALS_MOST) {
            return Optional.empty();
        }
        Decimal capacity = register.capacity();
        List<Misread> all = candidates(register, shown);
        others.forEach(other -> all.add(new Misread(other, Slip.OTHER_REGISTER)));
        return all.stream()
                .filter(one -> one.value.compareTo(shown) != 0
                        && one.value.compareTo(low) >= 0
                        && one.value.compareTo(high) <= 0
                        && one.value.scale() <= register.decimals()
                        && (capacity == null || one.value.compareTo(capacity) < 0))
                .min(Comparator.comparing((Misread one) -> !one.slip.isTelling())
                        .thenComparing(one -> distance(one.value, likely))
                        .thenComparing(Misread::slip)
                        .thenComparing(Misread::value));
    }

    private static Decimal distance(Decimal one, Decimal other) {
        Decimal apart = one.minus(other);
        return apart.signum() < 0 ? apart.negated() : apart;
    }

    private static List<Misread> candidates(Register register, Decimal shown) {
        List<Misread> all = new ArrayList<>();
        char[] digits = digits(register, shown);
        int decimals = Math.max(register.decimals(), shown.scale());
        for (int i = 0; i < digits.length; i++) {
            if (i + 1 < digits.length) {
                all.add(new Misread(ofDigits(new String(swapped(digits, i)), decimals), Slip.TRANSPOSED));
            }
            for (char digit = '0'; digit <= '9'; digit++) {
                Slip slip = isAlike(digits[i], digit) ? Slip.ALIKE : Slip.ONE_DIGIT;
                all.add(new Misread(ofDigits(new String(with(digits, i, digit)), decimals), slip));
            }
        }
        addDigits(all, shown);
        addShifted(all, shown);
        addUnmultiplied(all, register, shown);
        return all;
    }

    /// The digits that somebody wrote, without one of them or with one more.
    private static void addDigits(List<Misread> all, Decimal shown) {
        String written = Long.toString(shown.unscaled());
        int whole = written.length() - shown.scale();
        for (int i = 0; i <= written.length(); i++) {
            if (i < written.length() && written.length() > 1) {
                String fewer = written.substring(0, i) + written.substring(i + 1);
                all.add(new Misread(ofDigits(fewer, i < whole ? shown.scale() : shown.scale() - 1), Slip.EXTRA_DIGIT));
            }
            for (char digit = '0'; digit <= '9' && written.length() < DIGITS_MOST; digit++) {
                String more = written.substring(0, i) + digit + written.substring(i);
                all.add(new Misread(
                        ofDigits(more, i <= whole ? shown.scale() : shown.scale() + 1), Slip.MISSING_DIGIT));
            }
        }
    }

    private static void addShifted(List<Misread> all, Decimal shown) {
        for (int by = 1; by <= POINT_MOST; by++) {
            all.add(new Misread(new Decimal(shown.unscaled(), shown.scale() + by), Slip.POINT));
        }
        if (Long.toString(shown.unscaled()).length() < DIGITS_MOST) {
            all.add(new Misread(shown.times(10), Slip.POINT));
        }
    }

    private static void addUnmultiplied(List<Misread> all, Register register, Decimal shown) {
        Fraction dial = Fraction.of(shown).dividedBy(Fraction.of(register.multiplier()));
        Decimal whole = dial.toDecimal(register.decimals());
        if (register.multiplier().compareTo(Decimal.ONE) != 0
                && Fraction.of(whole).equals(dial)) {
            all.add(new Misread(whole, Slip.MULTIPLIED));
        }
    }

    private static boolean isAlike(char one, char other) {
        return ALIKE.stream().anyMatch(pair -> pair.indexOf(one) >= 0 && pair.indexOf(other) >= 0);
    }

    /// All digits of the dial, with the zeros in front that a reader sees.
    private static char[] digits(Register register, Decimal shown) {
        int decimals = Math.max(register.decimals(), shown.scale());
        String steps = Long.toString(shown.steps(decimals));
        Integer whole = register.digits();
        int length = (whole == null ? 0 : whole) + decimals;
        return ("0".repeat(Math.max(0, length - steps.length())) + steps).toCharArray();
    }

    private static char[] swapped(char[] digits, int at) {
        char[] other = digits.clone();
        other[at] = digits[at + 1];
        other[at + 1] = digits[at];
        return other;
    }

    private static char[] with(char[] digits, int at, char digit) {
        char[] other = digits.clone();
        other[at] = digit;
        return other;
    }

    private static Decimal ofDigits(String digits, int decimals) {
        return Decimal.ofSteps(Long.parseLong(digits), decimals);
    }
}
