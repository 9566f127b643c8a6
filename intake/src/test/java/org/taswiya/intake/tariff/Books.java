package org.taswiya.intake.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Rating;

/// The project's own books, for tests.
final class Books {

    static final Path ROOT = Path.of("..", "utilities");
    static final TariffLibrary LIBRARY = TariffLibrary.of(ROOT);

    static final String ELECTRICITY = "casablanca/electricity-household";
    static final String ELECTRICITY_PROFESSIONAL = "casablanca/electricity-professional";
    static final String LIGHTING = "casablanca/public-lighting";
    static final String WATER = "casablanca/water-household";
    static final String WATER_PROFESSIONAL = "casablanca/water-professional";
    static final String ONEE = "onee/electricity-household";

    private Books() {}

    static Rating rate(String tariff, String from, String to, String usage) {
        return rate(tariff, from, to, usage, 1);
    }

    static Rating rate(String tariff, String from, String to, String usage, int households) {
        DateRange period = DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
        return LIBRARY.tariff(tariff).orElseThrow().resolve(period, households).rate(Fraction.of(Decimal.parse(usage)));
    }

    /// Thirty days from a day on.
    static Rating month(String tariff, String from, String usage) {
        return rate(tariff, from, LocalDate.parse(from).plusDays(30).toString(), usage);
    }

    static PaidRating inCash(Rating rating) {
        return PaidRating.of(
                rating, PaymentChannel.CASH, rating.resolved().period().to());
    }

    static Money money(String arithmetic) {
        return Money.parse(arithmetic(arithmetic).toPlainString());
    }

    /// Computes written arithmetic: products of decimals joined by `x`, `/` and sums of them, each product rounded
    /// half-up to centimes as a line is. Not one line of core in it.
    static BigDecimal arithmetic(String text) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : text.split("\\+")) {
            String[] parts = term.strip().split("\\s+");
            BigDecimal product = new BigDecimal(parts[0]);
            BigDecimal divisor = BigDecimal.ONE;
            for (int i = 1; i < parts.length; i += 2) {
                BigDecimal factor = new BigDecimal(parts[i + 1]);
                if (parts[i].equals("x")) {
                    product = product.multiply(factor);
                } else if (parts[i].equals("/")) {
                    divisor = divisor.multiply(factor);
                } else {
                    throw new IllegalArgumentException("No arithmetic: " + text);
                }
            }
            sum = sum.add(product.divide(divisor, 2, RoundingMode.HALF_UP));
        }
        return sum;
    }
}
