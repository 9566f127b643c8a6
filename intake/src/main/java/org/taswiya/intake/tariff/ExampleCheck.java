package org.taswiya.intake.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.intake.tariff.WorkedExample.Expectation;
import org.taswiya.intake.yaml.Finding;

/// Runs worked examples through core and compares.
public final class ExampleCheck {

    private static final int QUANTITY_DECIMALS = 9;

    private final TariffBook book;
    private final WorkedExample example;
    private final Rating rating;
    private final PaidRating paid;

    private ExampleCheck(TariffBook book, WorkedExample example) {
        this.book = book;
        this.example = example;
        this.rating =
                book.tariff().resolve(example.period(), example.households()).rate(example.use());
        // Nobody says when: the first day on which the bill can be paid.
        this.paid = example.paymentChannel()
                .map(channel -> PaidRating.of(rating, channel, example.period().to()))
                .orElseGet(() -> new PaidRating(rating, null));
    }

    /// The expected figures of one example that core does not meet; empty when it passes.
    public static List<Finding> failures(TariffBook book, WorkedExample example) {
        return new ExampleCheck(book, example).failures();
    }

    private List<Finding> failures() {
        List<Finding> failures = new ArrayList<>();
        Fraction allowed = Fraction.of(example.tolerance());
        for (Expectation expectation : example.expectations()) {
            boolean money = expectation.subject() != WorkedExample.Subject.BLOCK;
            Fraction computed = computed(expectation);
            Fraction difference = computed.minus(Fraction.of(expectation.value()));
            Fraction distance = difference.max(difference.negated());
            if (distance.compareTo(money ? allowed : Fraction.ZERO) > 0) {
                String found = money ? computed.toText(2) : computed.toCanonicalText(QUANTITY_DECIMALS);
                failures.add(finding(expectation, found, money));
            }
        }
        return failures;
    }

    private Finding finding(Expectation expectation, String computed, boolean money) {
        String within = money && !example.tolerance().isZero() ? " within " + example.tolerance() : "";
        return new Finding(
                book.file(),
                expectation.line(),
                expectation.column(),
                expectation.describe() + " = " + computed + " in example '" + example.name() + "'",
                expectation.value() + within);
    }

    private Fraction computed(Expectation expectation) {
        return switch (expectation.subject()) {
            case NET -> paid.net().toFraction();
            case TAX -> paid.tax().toFraction();
            case TOTAL -> paid.total().toFraction();
            case COMPONENT -> amount(rating.netByComponent(), expectation.key()).toFraction();
            case TAX_CODE -> taxAmount(expectation.key()).toFraction();
            case BLOCK -> blockQuantity(Integer.parseInt(expectation.key()));
        };
    }

    private Money taxAmount(String code) {
        Money sum = Money.ZERO;
        for (TaxLine tax : paid.taxes()) {
            if (tax.code().equals(code)) {
                sum = sum.plus(tax.amount());
            }
        }
        return sum;
    }

    private static Money amount(Map<String, Money> amounts, String code) {
        return amounts.getOrDefault(code, Money.ZERO);
    }

    /// What of the usage lies in a block; in a period that is shared out, the sum of quantity x share.
    private Fraction blockQuantity(int block) {
        String component = rating.lines().stream()
                .filter(line -> line.block() > 0)
                .map(ChargeLine::component)
                .findFirst()
                .orElse("");
        Fraction sum = Fraction.ZERO;
        for (ChargeLine line : rating.lines()) {
            if (line.component().equals(component) && line.block() == block) {
                sum = sum.plus(line.shareOf(line.quantity()));
            }
        }
        return sum;
    }
}
