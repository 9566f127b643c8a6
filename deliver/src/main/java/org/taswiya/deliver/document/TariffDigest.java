package org.taswiya.deliver.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.PaymentDuty;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;
import org.taswiya.core.tariff.WinterRule;

/// The digest of what a version of a tariff charges on some days: its components and the taxes in force on them.
///
/// A version or a rate of other days, a clause, a source or a comment changes nothing here; a price, a bound, a rate or
/// a rule does. What is digested is a text of one fact a line, in the order of the tariff.
public final class TariffDigest {

    private final StringBuilder text = new StringBuilder(1024);
    private final DateRange days;
    private final SortedSet<String> taxClasses = new TreeSet<>();

    private TariffDigest(DateRange days) {
        this.days = days;
    }

    /// The same of all days before one, with when bills are due: two books of this digest make the same bills.
    public static String before(LocalDate day, Tariff tariff) {
        StringBuilder digests = new StringBuilder("due " + tariff.dueDays() + "\n");
        for (TariffVersion version : tariff.versions()) {
            if (version.from().isBefore(day)) {
                LocalDate end = version.to();
                DateRange days = DateRange.of(version.from(), end == null || end.isAfter(day) ? day : end);
                digests.append(days)
                        .append(' ')
                        .append(of(tariff, version, days, day))
                        .append('\n');
                int months = version.proration().everyMonths();
                if (months > 1) { // digests are older than periods of more months
                    digests.append("every ").append(months).append(" months\n");
                }
            }
        }
        tariff.calendars().headMap(day).forEach((from, calendar) -> {
            if (from.isAfter(tariff.versions().getFirst().from())) { // digests are older than days of calendars
                digests.append("from ").append(from).append(' ');
            }
            digests.append(CalendarDigest.of(calendar)).append('\n');
        });
        return DocumentSeal.digest(digests.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param days those of the bill that fall under the version
    /// @param billedOn the day on which a duty on paying in cash is looked up
    static String of(Tariff tariff, TariffVersion version, DateRange days, LocalDate billedOn) {
        TariffDigest digest = new TariffDigest(days);
        digest.write(tariff, version, billedOn);
        return DocumentSeal.digest(digest.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(Tariff tariff, TariffVersion version, LocalDate billedOn) {
        line("tariff", tariff.id(), tariff.service(), tariff.currency(), tariff.unit(), tariff.basis());
        Proration proration = version.proration();
        line("proration", proration.bounds().code(), proration.charges().code(), proration.boundDecimals());
        version.components().forEach(this::write);
        tariff.taxes().forEach(this::write);
        tariff.dutyOn(PaymentChannel.CASH, billedOn).ifPresent(duty -> line("cash", duty.code(), duty.rate()));
    }

    private void write(TariffComponent component) {
        taxClasses.add(component.taxClass());
        switch (component) {
            case BlockCharge blocks -> {
                line("blocks", blocks.code(), blocks.unit(), blocks.rule().perHousehold(), blocks.taxClass());
                write(blocks.rule());
                if (!blocks.months().equals(TariffComponent.ALL_YEAR)) { // digests are older than seasons
                    line("months", months(blocks));
                }
                write(blocks.tiers());
            }
            case VolumeCharge volume -> {
                line("volume-of", volume.code(), volume.follows(), volume.taxClass());
                volume.prices().forEach(price -> line("price", price));
            }
            case BandCharge bands -> {
                line("bands", bands.code(), bands.unit(), bands.taxClass());
                for (BandLadder ladder : bands.bands()) {
                    line("band", ladder.band(), ladder.basis());
                    write(ladder.tiers());
                }
            }
            case DemandCharge demand -> {
                line("demand", demand.code(), demand.unit(), demand.bands().label(), months(demand), demand.taxClass());
                write(demand.tiers());
            }
            case FixedCharge fixed -> line("fixed" + per(fixed.per()), fixed.code(), fixed.price(), fixed.taxClass());
            case UnitCharge units ->
                line("per-unit", units.code(), units.unit(), units.price(), months(units), units.taxClass());
            case Rider rider -> line("rider", rider.code(), new TreeSet<>(rider.of()), rider.rate(), rider.taxClass());
            case Discount discount -> {
                String per = discount.per() == null ? "" : "-per-" + discount.per();
                Set<String> of = new TreeSet<>(discount.of());
                line("discount" + per, discount.code(), of, discount.off(), discount.isLimited(), discount.where());
                line("taxed", discount.taxClass());
            }
            case MaximumCharge maximum -> {
                String per = maximum.per() == null ? "-per-unit" : "-per-" + maximum.per();
                Set<String> of = new TreeSet<>(maximum.of());
                line("maximum" + per, maximum.code(), of, maximum.amount(), maximum.taxClass());
            }
            case SewerCharge sewer -> {
                line("sewer", sewer.code(), sewer.unit(), sewer.returned(), sewer.taxClass());
                WinterRule winter = sewer.winter();
                if (winter != null) {
                    line("winter", new TreeSet<>(winter.months()), winter.outside(), winter.ifUnknown());
                }
                write(sewer.tiers());
            }
            case SizedCharge sized -> {
                line("sized" + per(sized.per()), sized.code(), sized.by().code(), sized.taxClass());
                sized.prices().forEach((size, price) -> line("size", size, price));
            }
            case SubscribedCharge subscribed -> {
                line(
                        "subscribed" + per(subscribed.per()),
                        subscribed.code(),
                        subscribed.unit(),
                        subscribed.band(),
                        subscribed.taxClass());
                write(subscribed.tiers());
            }
            case OverrunCharge overrun -> {
                line("overrun", overrun.code(), overrun.unit(), overrun.band(), months(overrun), overrun.taxClass());
                line("above", overrun.isByExceedance(), overrun.allowed(), overrun.price());
            }
            case BilledDemandCharge billed -> {
                line("billed-demand", billed.code(), billed.unit(), months(billed), billed.powerFactor());
                line("class", billed.taxClass());
                billed.floors().forEach(this::write);
                write(billed.tiers());
            }
            case ExportCredit export -> {
                line("export", export.code(), export.unit(), export.band(), months(export), export.isPaidOut());
                line("class", export.taxClass());
                write(export.tiers());
            }
            case NetMetering netting -> {
                line("net-metering", netting.code(), netting.unit(), netting.isPaidOut(), netting.taxClass());
                if (netting.settlement() != null) {
                    line(
                            "settled",
                            netting.settlement().month(),
                            netting.settlement().price());
                }
            }
            case ReactiveCharge reactive -> {
                line("reactive", reactive.code(), reactive.band(), months(reactive), reactive.taxClass());
                line("above", reactive.tanPhi(), reactive.price());
            }
            case PowerFactorCharge factor -> {
                line("power-factor", factor.code(), new TreeSet<>(factor.of()), factor.below(), factor.rate());
                line("class", factor.taxClass());
                if (factor.bonus() != null) {
                    line("bonus", factor.bonus().above(), factor.bonus().rate());
                }
            }
            case YearLimit limit -> {
                String kind = limit.isMaximum() ? "maximum" : "minimum";
                line(kind + "-of-year", limit.code(), limit.year().from(), limit.amount(), limit.taxClass());
            }
            case MinimumCharge minimum ->
                line("minimum" + per(minimum.per()), minimum.code(), minimum.amount(), minimum.taxClass());
        }
    }

    private void write(DemandFloor floor) {
        switch (floor) {
            case DemandFloor.Amount amount -> line("least", amount.least());
            case DemandFloor.OfSubscribed of -> line("of-subscribed", of.share());
            case DemandFloor.OfPast past -> line("of-past", past.share(), past.lookBack(), new TreeSet<>(past.among()));
        }
    }

    /// Bounds of a month that hang on nothing told are not named: digests are older than any others were.
    private void write(BlockRule rule) {
        switch (rule.span()) {
            case BlockSpan.Day _ -> line("bounds", "day");
            case BlockSpan.Month _ -> {}
            case BlockSpan.Year year -> line("bounds", "year", year.from());
        }
        Persons persons = rule.persons();
        if (persons != null) {
            line("persons", persons.least(), persons.most(), persons.ifUnknown());
        }
        rule.meterSizes().forEach((size, times) -> line("size", size, times));
    }

    private static String months(TariffComponent component) {
        return new TreeSet<>(component.months()).toString();
    }

    /// A month is not named: digests are older than anything else was.
    private static String per(ChargedPer per) {
        return per == ChargedPer.MONTH ? "" : "-per-" + per;
    }

    private void write(List<BlockTier> tiers) {
        for (BlockTier tier : tiers) {
            line("block", tier.upTo(), tier.tolerance(), tier.mode(), tier.price());
            if (!tier.perPerson().isZero()) {
                line("per-person", tier.perPerson());
            }
        }
    }

    private void write(Tax tax) {
        switch (tax) {
            case ValueAddedTax vat -> {
                if (taxClasses.contains(vat.taxClass())) {
                    line("vat", vat.code(), vat.taxClass());
                    inForce(vat.rates()).forEach(rate -> line("rate", begin(rate.from()), rate.rate()));
                }
            }
            case VolumeLevy levy -> {
                for (int i = 0; i < levy.versions().size(); i++) {
                    LevyVersion version = levy.versions().get(i);
                    boolean last = i == levy.versions().size() - 1;
                    if (isInForce(
                            version.from(),
                            last ? null : levy.versions().get(i + 1).from())) {
                        line("levy", levy.code(), begin(version.from()), version.exemptUpTo(), version.cap());
                        for (LevyTier tier : version.tiers()) {
                            line("tier", tier.upTo(), tier.rate());
                        }
                    }
                }
            }
            case PaymentDuty _ -> {
                // Known on the day of the bill, not of the usage.
            }
        }
    }

    private List<DatedRate> inForce(List<DatedRate> rates) {
        return rates.stream()
                .filter(rate -> isInForce(rate.from(), next(rates, rate)))
                .toList();
    }

    private static @Nullable LocalDate next(List<DatedRate> rates, DatedRate rate) {
        int next = rates.indexOf(rate) + 1;
        return next < rates.size() ? rates.get(next).from() : null;
    }

    private boolean isInForce(LocalDate from, @Nullable LocalDate to) {
        return from.isBefore(days.to()) && (to == null || to.isAfter(days.from()));
    }

    /// When it begins, as far as these days can tell.
    private LocalDate begin(LocalDate from) {
        return from.isBefore(days.from()) ? days.from() : from;
    }

    private void line(@Nullable Object... facts) {
        for (int i = 0; i < facts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(facts[i] == null ? "-" : facts[i].toString());
        }
        text.append('\n');
    }
}
