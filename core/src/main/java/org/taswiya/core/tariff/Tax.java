package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A tax or levy with dates of its own.
public sealed interface Tax {

    /// Its code on bills and in answers, for example `VAT`.
    String code();

    /// Where the law or the tariff states it.
    String clause();

    /// The same, as if what holds on a day had always held and stayed.
    default Tax asOn(LocalDate day) {
        return switch (this) {
            case ValueAddedTax vat ->
                new ValueAddedTax(
                        vat.code,
                        vat.taxClass,
                        vat.rateOn(day).stream()
                                .map(rate -> new DatedRate(LocalDate.MIN, rate))
                                .toList(),
                        vat.clause);
            case VolumeLevy levy ->
                new VolumeLevy(
                        levy.code,
                        levy.versionOn(day).stream()
                                .map(version ->
                                        new LevyVersion(LocalDate.MIN, version.exemptUpTo, version.tiers, version.cap))
                                .toList(),
                        levy.clause);
            case PaymentDuty duty -> duty;
        };
    }

    /// A rate from a day on, until the next; zero means exempt.
    record DatedRate(LocalDate from, Decimal rate) {

        static Optional<Decimal> on(LocalDate day, List<DatedRate> rates) {
            Optional<Decimal> found = Optional.empty();
            for (DatedRate dated : rates) {
                if (!dated.from.isAfter(day)) {
                    found = Optional.of(dated.rate);
                }
            }
            return found;
        }
    }

    /// Value added tax on the lines of one tax class.
    ///
    /// @param rates by date, earliest first
    record ValueAddedTax(String code, String taxClass, List<DatedRate> rates, String clause) implements Tax {
        public ValueAddedTax {
            rates = List.copyOf(rates);
        }

        Optional<Decimal> rateOn(LocalDate day) {
            return DatedRate.on(day, rates);
        }
    }

    /// A levy on the period's usage, itself free of value added tax: the audiovisual tax on electricity.
    ///
    /// @param versions by date, earliest first; before the first there is no levy
    record VolumeLevy(String code, List<LevyVersion> versions, String clause) implements Tax {
        public VolumeLevy {
            versions = List.copyOf(versions);
        }

        Optional<LevyVersion> versionOn(LocalDate day) {
            return versions.stream().filter(v -> !v.from().isAfter(day)).reduce((earlier, later) -> later);
        }
    }

    /// The rules of a levy from a day on.
    ///
    /// @param exemptUpTo monthly volume at or below which nothing is due; above it all blocks count from zero
    /// @param tiers progressive, from the lowest, the last one open
    /// @param cap the most that a month can bear; null for no cap
    record LevyVersion(
            LocalDate from,
            Decimal exemptUpTo,
            List<LevyTier> tiers,
            @Nullable Decimal cap) {
        public LevyVersion {
            tiers = List.copyOf(tiers);
        }

        /// The unrounded levy on a volume in a period of the stated number of months.
        public Fraction amount(Fraction volume, Fraction months) {
            if (volume.compareTo(months.times(exemptUpTo)) <= 0) {
                return Fraction.ZERO;
            }
            Fraction sum = Fraction.ZERO;
            Fraction lower = Fraction.ZERO;
            for (LevyTier tier : tiers) {
                Fraction upper = tier.upTo() == null ? volume : volume.min(months.times(tier.upTo()));
                if (upper.compareTo(lower) > 0) {
                    sum = sum.plus(upper.minus(lower).times(tier.rate()));
                    lower = upper;
                }
            }
            return cap == null ? sum : sum.min(months.times(cap));
        }
    }

    /// One step of a levy.
    ///
    /// @param upTo upper bound per month, included; null for the open step
    /// @param rate money per unit of volume
    record LevyTier(@Nullable Decimal upTo, Decimal rate) {}

    /// A duty that arises with a way of paying: the stamp on cash receipts.
    record PaymentDuty(String code, PaymentChannel channel, List<DatedRate> rates, String clause) implements Tax {
        public PaymentDuty {
            rates = List.copyOf(rates);
        }
    }
}
