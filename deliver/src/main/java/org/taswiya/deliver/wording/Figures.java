package org.taswiya.deliver.wording;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Determinant;

/// Amounts, quantities, days and names of things as one language writes them.
public final class Figures {

    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char RIGHT_TO_LEFT = '\u2067';
    private static final char FIRST_LETTER = '\u2068';
    private static final char END = '\u2069';
    private static final char SPACE = '\u00A0';
    private static final char MINUS = '\u2212';

    /// French months that begin with a vowel: `d’avril`.
    private static final Pattern VOWEL_AFTER_DE = Pattern.compile("\\bde (?=[ao])");

    /// Embeddings, overrides and isolates.
    private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private static final Pattern LINES = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

    private static final int QUANTITY_DECIMALS = 3;

    /// A longer part of a unit, such as `1234/98765`, would be no help.
    private static final int PART_LENGTH_MOST = 7;
    private static final int PRICE_DECIMALS = 4;

    private final Language language;
    private final Texts texts;
    private final String currency;

    /// @param currency the ISO code of the money that all amounts are in
    public Figures(Language language, String currency) {
        this.language = language;
        this.texts = Texts.of(language);
        this.currency = currency;
    }

    /// For what is no amount of money.
    Figures(Language language) {
        this(language, "");
    }

    /// Keeps what is read from left to right in one piece inside Arabic.
    public String isolated(String leftToRight) {
        return language == Language.AR ? LEFT_TO_RIGHT + leftToRight + END : leftToRight;
    }

    /// Whether two texts read the same, whatever keeps them from being turned round.
    public static boolean isSame(String one, String other) {
        return TURNING.matcher(one).replaceAll("").equals(TURNING.matcher(other).replaceAll(""));
    }

    /// A name or an address, in whichever letters it is written. What would turn the letters after it round is left
    /// out, and a new line is a space.
    public String foreign(String given) {
        String text = TURNING.matcher(given).replaceAll("");
        text = LINES.matcher(text).replaceAll(" ");
        boolean mixes = language == Language.AR || text.codePoints().anyMatch(Figures::isRightToLeft);
        return mixes ? FIRST_LETTER + text + END : text;
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// `1,234.56 DH`; without the currency where nobody has named it.
    public String money(Money amount) {
        if (currency.isEmpty()) {
            return amount(amount);
        }
        Decimal value = new Decimal(amount.minorUnits(), 2);
        return texts.counted("currency." + currency, value, amount(amount));
    }

    /// The same of a price, which may have more than two decimals.
    public String moneyOf(Decimal price) {
        int decimals = Math.max(2, price.scale());
        return written(Fraction.of(price).toText(decimals)) + SPACE + currency();
    }

    /// `1234.56 DH`, for a text that has no isolates: in Arabic a space between thousands would turn them around.
    public String plainMoney(Money amount) {
        String plain = amount.toString();
        Decimal value = new Decimal(amount.minorUnits(), 2);
        return texts.counted("currency." + currency, value, language == Language.EN ? plain : plain.replace('.', ','));
    }

    /// `1,234.56`, for a column whose head names the currency.
    public String amount(Money amount) {
        return isolated(grouped(amount.toString()));
    }

    /// `+1.00`, `−1.00`, `0.00`.
    public String difference(Money amount) {
        String text = grouped(amount.toString());
        return isolated(amount.signum() > 0 ? "+" + text : text);
    }

    /// `+1.00 DH`, `−1.00 DH`.
    public String moneyDifference(Money amount) {
        return currency.isEmpty()
                ? difference(amount)
                : texts.counted("currency." + currency, new Decimal(amount.minorUnits(), 2), difference(amount));
    }

    /// The ISO code of the money that all amounts are in.
    public String currencyCode() {
        return currency;
    }

    /// The currency as a column's head names it.
    public String currency() {
        return texts.word("head.", currency);
    }

    /// What a meter counts or a price is asked for, with three decimals at most, which is what people read; of days,
    /// months, years and sums so that it multiplies out.
    public String quantity(Fraction value, Unit unit) {
        return isolated(plain(value, unit));
    }

    /// The same inside a text that is isolated as a whole.
    public String plain(Fraction value, Unit unit) {
        return isExact(unit) ? plain(value) : grouped(shown(value, unit).toCanonicalText(QUANTITY_DECIMALS));
    }

    /// What a quantity is written as.
    public static Fraction shown(Fraction value, Unit unit) {
        return isExact(unit) ? value : Fraction.of(value.round(QUANTITY_DECIMALS, RoundingMode.HALF_UP));
    }

    private static boolean isExact(Unit unit) {
        return switch (unit) {
            case DAY, MONTH, YEAR, MONEY -> true;
            case KILOWATT_HOUR, CUBIC_METRE, HUNDRED_CUBIC_FEET, KILOVAR_HOUR, EXCEEDANCE -> false;
            case KILOWATT, KILOVOLT_AMPERE, HORSEPOWER -> false;
        };
    }

    /// `1,234.5`, or where three decimals do not hold it exactly `2 1/30`: so that it multiplies out.
    public String quantity(Fraction value) {
        return isolated(plain(value));
    }

    /// The same inside a text that is isolated as a whole.
    public String plain(Fraction value) {
        if (value.compareTo(Fraction.of(value.round(QUANTITY_DECIMALS, RoundingMode.DOWN))) != 0) {
            long whole = value.floor().longValueExact();
            String part = value.minus(Fraction.of(whole)).toString();
            if (part.length() <= PART_LENGTH_MOST) {
                return whole == 0 ? part : grouped(Long.toString(whole)) + SPACE + part;
            }
        }
        return grouped(value.toCanonicalText(QUANTITY_DECIMALS));
    }

    public String quantity(Decimal value) {
        return isolated(grouped(value.toString()));
    }

    /// A number with the decimals that it is written with, `0.9010`.
    ///
    /// @param plain with a point, such as `-1234.50`
    public String written(String plain) {
        return isolated(grouped(plain));
    }

    /// `160 kWh`.
    public String usage(Decimal value, Unit unit) {
        return usage(Fraction.of(value), unit);
    }

    /// The same of an average, which no meter has shown.
    public String usage(Fraction value, Unit unit) {
        return quantity(value, unit) + SPACE + unit(unit);
    }

    /// Of a sum of charges the currency.
    public String unit(Unit unit) {
        return unit == Unit.MONEY && !currency.isEmpty() ? currency() : texts.word("unit.", unit.symbol());
    }

    /// A price a unit, with four decimals, or a price a month with two, set so that their points meet in a column;
    /// of money a percentage.
    public String price(Decimal price, Unit unit) {
        if (unit == Unit.MONEY) {
            return percent(price);
        }
        int decimals = Math.max(unit == Unit.MONTH ? 2 : PRICE_DECIMALS, price.scale());
        String text = isolated(grouped(Fraction.of(price).toText(decimals)));
        String missing = String.valueOf(SPACE).repeat(Math.max(0, PRICE_DECIMALS - decimals));
        return language == Language.AR ? missing + text : text + missing;
    }

    /// `14 %`.
    public String percent(Decimal rate) {
        String hundredfold = grouped(rate.times(100).toString());
        return isolated(language == Language.EN ? hundredfold + "%" : hundredfold + SPACE + "%");
    }

    /// A number of things with its noun, `3 months`, or the sentence that the number changes.
    public String count(String noun, long number) {
        return texts.counted(noun, Decimal.of(number), isolated(grouped(Long.toString(number))));
    }

    /// `1 June 2020`.
    public String date(LocalDate day) {
        return whole(day(day) + SPACE + month(day) + SPACE + day.getYear());
    }

    /// A day in a text that has no isolates and is short: `18 March 2020`, `18/03/2020`. A French month could have
    /// letters that the alphabet of text messages lacks (*août*).
    public String plainDate(LocalDate day) {
        return switch (language) {
            case EN -> date(day);
            case AR, FR ->
                String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        };
    }

    /// For a table: `March 2020`, `March – May 2020`, `20 March – 19 April 2020`.
    public String period(DateRange range) {
        return period(range, "period.");
    }

    /// For a sentence: `March to May 2020`.
    public String periodInWords(DateRange range) {
        return period(range, "span.");
    }

    private String period(DateRange range, String family) {
        LocalDate first = range.from();
        LocalDate last = range.to().minusDays(1);
        boolean sameYear = first.getYear() == last.getYear();
        boolean months = first.getDayOfMonth() == 1 && range.to().getDayOfMonth() == 1;
        if (months && first.plusMonths(1).equals(range.to())) {
            return texts.text(family + "month", "month", whole(month(first) + SPACE + first.getYear()));
        }
        if (first.equals(last)) {
            return texts.text(family + "day", "day", date(first));
        }
        String from = months ? month(first) : day(first) + SPACE + month(first);
        String to = months ? month(last) : day(last) + SPACE + month(last);
        String text = texts.text(
                family + (months ? "months" : "days"),
                "from",
                whole(sameYear ? from : from + SPACE + first.getYear()),
                "to",
                whole(to + SPACE + last.getYear()));
        return language == Language.FR ? VOWEL_AFTER_DE.matcher(text).replaceAll("d’") : text;
    }

    private String day(LocalDate day) {
        return day.getDayOfMonth() == 1 ? texts.text("day.first") : Integer.toString(day.getDayOfMonth());
    }

    private String month(LocalDate day) {
        return texts.word("month.", Integer.toString(day.getMonthValue()));
    }

    private String whole(String date) {
        return language == Language.AR ? RIGHT_TO_LEFT + date + END : date;
    }

    /// What a component is called that has a name of its own in this language; empty for all others.
    public Optional<String> namedComponent(String code) {
        return texts.known("component.", code);
    }

    /// What a time band of a line is called, or each of several; its code where there is no word for it.
    public String band(String label) {
        return DemandBands.ofLabel(label).names().stream()
                .map(code -> texts.known("band.", code).orElseGet(() -> isolated(code)))
                .collect(Collectors.joining(" + "));
    }

    /// The hour and minute, `17:00`.
    public String time(LocalTime time) {
        return isolated(String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute()));
    }

    /// What a number is of that a tariff asks for.
    public String determinant(Determinant determinant) {
        return texts.word("determinant.", determinant.code());
    }

    /// What a service is called.
    public String service(String code) {
        return texts.word("service.", code);
    }

    public String tax(String code) {
        return texts.word("tax.", code);
    }

    /// Thousands apart, and the language's decimal mark.
    private String grouped(String plain) {
        boolean negative = plain.startsWith("-");
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder out = new StringBuilder();
        if (negative) {
            out.append(MINUS);
        }
        for (int i = negative ? 1 : 0; i < end; i++) {
            out.append(plain.charAt(i));
            if (i + 1 < end && (end - i - 1) % 3 == 0) {
                out.append(language == Language.EN ? ',' : SPACE);
            }
        }
        if (point >= 0) {
            out.append(language == Language.EN ? '.' : ',').append(plain, point + 1, plain.length());
        }
        return out.toString();
    }
}
