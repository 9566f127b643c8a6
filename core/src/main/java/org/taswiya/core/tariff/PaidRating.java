package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff.PaymentDutyRate;
import org.taswiya.core.tariff.UnroundedRating.UnroundedTax;

/// A rating together with the duty that its way of paying brings.
///
/// The duty arises at payment, so it belongs to no bill and no settlement; only who asks what a payment comes to
/// meets it. What the utility owes nobody pays, so it bears none.
///
/// @param duty what is in force for the way of paying; null when that is free of duty
public record PaidRating(Rating rating, @Nullable PaymentDutyRate duty) {

    /// A rating paid that way on that day.
    public static PaidRating of(Rating rating, PaymentChannel channel, LocalDate paidOn) {
        return new PaidRating(
                rating, rating.resolved().tariff().dutyOn(channel, paidOn).orElse(null));
    }

    public Money net() {
        return rating.net();
    }

    /// The taxes of the rating, then the duty; a duty of zero is left out.
    public List<TaxLine> taxes() {
        Optional<TaxLine> stamp = dutyLine();
        if (stamp.isEmpty()) {
            return rating.taxes();
        }
        List<TaxLine> taxes = new ArrayList<>(rating.taxes());
        taxes.add(stamp.get());
        return taxes;
    }

    public Money tax() {
        return rating.tax().plus(dutyAmount());
    }

    public Money total() {
        return rating.total().plus(dutyAmount());
    }

    /// The same with nothing rounded; the duty is then a share of the unrounded total.
    public UnroundedRating unrounded() {
        UnroundedRating unrounded = rating.unrounded();
        if (duty == null || unrounded.total().signum() < 0) {
            return unrounded;
        }
        Fraction amount = unrounded.total().times(duty.rate());
        if (amount.signum() == 0) {
            return unrounded;
        }
        List<UnroundedTax> taxes = new ArrayList<>(unrounded.taxes());
        taxes.add(new UnroundedTax(duty.code(), duty.rate(), unrounded.total(), amount));
        return new UnroundedRating(unrounded.net(), unrounded.tax().plus(amount), taxes);
    }

    private Money dutyAmount() {
        return dutyLine().map(TaxLine::amount).orElse(Money.ZERO);
    }

    private Optional<TaxLine> dutyLine() {
        Fraction base = rating.total().toFraction();
        if (duty == null || base.signum() < 0) {
            return Optional.empty();
        }
        Money amount = base.times(duty.rate()).toMoneyHalfUp();
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(new TaxLine(duty.code(), duty.rate(), base, null, amount));
    }
}
