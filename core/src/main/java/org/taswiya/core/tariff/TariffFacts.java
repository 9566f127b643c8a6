package org.taswiya.core.tariff;

import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
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
import org.taswiya.core.tariff.TariffFact.Field;
import org.taswiya.core.tariff.TariffFact.Part;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;

/// All that a price book states on one day, fact by fact, in its order: two books that state the same facts charge the
/// same. What has no value, such as the bound of an open block, is no fact.
final class TariffFacts {
    private final Map<TariffFact, String> facts = new LinkedHashMap<>();

    private TariffFacts() {}

    /// @param tariff as on one day ([Tariff#asOn])
    static Map<TariffFact, String> of(Tariff tariff) {
        TariffFacts facts = new TariffFacts();
        facts.addBook(tariff);
        for (TariffVersion version : tariff.versions()) {
            facts.add(version.proration());
            version.components().forEach(facts::add);
        }
        tariff.taxes().forEach(facts::add);
        tariff.calendars().values().forEach(calendar -> facts.facts.putAll(CalendarFacts.of(calendar)));
        return facts.facts;
    }

    private void addBook(Tariff tariff) {
        Statement book = new Statement(Part.BOOK, "", "", 0);
        add(book, Field.SERVICE, tariff.service());
        add(book, Field.CURRENCY, tariff.currency());
        add(book, Field.UNIT, tariff.unit().symbol());
        add(book, Field.PRICES, word(tariff.basis()));
        add(book, Field.DUE_DAYS, tariff.dueDays());
    }

    private void add(Proration proration) {
        Statement book = new Statement(Part.BOOK, "", "", 0);
        add(book, Field.BOUNDS_PRORATION, proration.bounds().code());
        add(book, Field.CHARGES_PRORATION, proration.charges().code());
        add(book, Field.BOUND_DECIMALS, proration.boundDecimals());
        add(book, Field.EVERY_MONTHS, proration.everyMonths() == 1 ? null : proration.everyMonths());
    }

    private void add(TariffComponent component) {
        Statement of = new Statement(Part.COMPONENT, component.code(), "", 0);
        add(of, Field.KIND, kind(component));
        switch (component) {
            case BlockCharge blocks -> {
                add(of, Field.UNIT, blocks.unit().symbol());
                add(of, blocks.rule());
                add(of, Field.MONTHS, months(blocks.months()));
                addTiers(of, blocks.tiers());
            }
            case VolumeCharge volume -> {
                add(of, Field.FOLLOWS, volume.follows());
                for (int i = 0; i < volume.prices().size(); i++) {
                    add(of.block(i + 1), Field.PRICE, volume.prices().get(i));
                }
            }
            case BandCharge bands -> {
                add(of, Field.UNIT, bands.unit().symbol());
                for (BandLadder ladder : bands.bands()) {
                    Statement band = of.band(ladder.band());
                    add(band, Field.BASIS, word(ladder.basis()));
                    addTiers(band, ladder.tiers());
                }
            }
            case DemandCharge demand -> {
                Statement band =
                        of.band(Objects.requireNonNullElse(demand.bands().label(), ""));
                add(band, Field.UNIT, demand.unit().symbol());
                add(band, Field.MONTHS, months(demand.months()));
                addTiers(band, demand.tiers());
            }
            case FixedCharge fixed -> {
                add(of, Field.PRICE, fixed.price());
                add(of, Field.PER, word(fixed.per()));
            }
            case UnitCharge units -> {
                add(of, Field.UNIT, units.unit().symbol());
                add(of, Field.PRICE, units.price());
                add(of, Field.MONTHS, months(units.months()));
            }
            case Rider rider -> {
                add(of, Field.OF, codes(rider.of()));
                add(of, Field.RATE, rider.rate());
            }
            case Discount discount -> {
                add(of, Field.OF, codes(discount.of()));
                add(of, discount.per() == null ? Field.RATE : Field.AMOUNT, discount.off());
                add(of, Field.PER, discount.per() == null ? null : word(discount.per()));
                add(of, Field.BELOW_ZERO, discount.isLimited() ? null : true);
                add(
                        of,
                        Field.BY,
                        discount.where() == null ? null : discount.where().code());
            }
            case MaximumCharge maximum -> {
                add(of, Field.OF, codes(maximum.of()));
                add(of, Field.AMOUNT, maximum.amount());
                add(of, Field.PER, maximum.per() == null ? "unit" : word(maximum.per()));
            }
            case SewerCharge sewer -> {
                add(of, Field.UNIT, sewer.unit().symbol());
                add(of, Field.RETURNED, sewer.returned());
                WinterRule winter = sewer.winter();
                if (winter != null) {
                    add(of, Field.MONTHS, months(winter.months()));
                    add(of, Field.OUTSIDE_WINTER, word(winter.outside()));
                    add(of, Field.AVERAGE_IF_UNKNOWN, winter.ifUnknown());
                }
                addTiers(of, sewer.tiers());
            }
            case SizedCharge sized -> {
                add(of, Field.BY, sized.by().code());
                add(of, Field.PER, word(sized.per()));
                sized.prices().forEach((size, price) -> add(of.band(size.toString()), Field.PRICE, price));
            }
            case SubscribedCharge subscribed -> {
                Statement band = of.band(subscribed.band() == null ? "" : subscribed.band());
                add(band, Field.UNIT, subscribed.unit().symbol());
                add(band, Field.PER, word(subscribed.per()));
                addTiers(band, subscribed.tiers());
            }
            case OverrunCharge overrun -> {
                Statement band = of.band(overrun.band() == null ? "" : overrun.band());
                add(band, Field.UNIT, overrun.unit().symbol());
                add(band, Field.MONTHS, months(overrun.months()));
                add(band, Field.EXCEEDANCE, overrun.isByExceedance());
                add(band, Field.ALLOWED, overrun.allowed());
                add(band, Field.PRICE, overrun.price());
            }
            case BilledDemandCharge billed -> {
                add(of, Field.UNIT, billed.unit().symbol());
                add(of, Field.MONTHS, months(billed.months()));
                add(of, Field.POWER_FACTOR, billed.powerFactor());
                for (int i = 0; i < billed.floors().size(); i++) {
                    add(of.band("floor " + (i + 1)), billed.floors().get(i));
                }
                addTiers(of, billed.tiers());
            }
            case ReactiveCharge reactive -> {
                Statement band = of.band(reactive.band() == null ? "" : reactive.band());
                add(band, Field.TAN_PHI, reactive.tanPhi());
                add(band, Field.MONTHS, months(reactive.months()));
                add(band, Field.PRICE, reactive.price());
            }
            case PowerFactorCharge factor -> {
                add(of, Field.OF, codes(factor.of()));
                add(of, Field.POWER_FACTOR, factor.below());
                add(of, Field.RATE, factor.rate());
                if (factor.bonus() != null) {
                    add(of, Field.BONUS_ABOVE, factor.bonus().above());
                    add(of, Field.BONUS_RATE, factor.bonus().rate());
                }
            }
            case ExportCredit export -> {
                Statement band = of.band(export.band() == null ? "" : export.band());
                add(band, Field.UNIT, export.unit().symbol());
                add(band, Field.MONTHS, months(export.months()));
                add(band, Field.PAID_OUT, export.isPaidOut());
                addTiers(band, export.tiers());
            }
            case NetMetering netting -> {
                add(of, Field.UNIT, netting.unit().symbol());
                add(of, Field.PAID_OUT, netting.isPaidOut());
                if (netting.settlement() != null) {
                    add(of, Field.SETTLED_IN, netting.settlement().month().getValue());
                    add(of, Field.PRICE, netting.settlement().price());
                }
            }
            case MinimumCharge minimum -> {
                add(of, Field.AMOUNT, minimum.amount());
                add(of, Field.PER, word(minimum.per()));
            }
            case YearLimit limit -> {
                add(of, Field.AMOUNT, limit.amount());
                add(of, Field.PER, word(ChargedPer.YEAR));
                add(of, Field.YEAR_FROM, limit.year().from());
            }
        }
        add(of, Field.TAX_CLASS, component.taxClass());
    }

    private void add(Statement of, BlockRule rule) {
        add(of, Field.PER_HOUSEHOLD, rule.perHousehold());
        switch (rule.span()) {
            case BlockSpan.Day _ -> add(of, Field.BASIS, "day");
            case BlockSpan.Month _ -> add(of, Field.BASIS, "month");
            case BlockSpan.Year year -> {
                add(of, Field.BASIS, "year");
                add(of, Field.YEAR_FROM, year.from());
            }
        }
        BlockRule.Persons persons = rule.persons();
        if (persons != null) {
            String ifUnknown = persons.ifUnknown() == null ? "" : ", " + persons.ifUnknown() + " if unknown";
            add(of, Field.PERSONS, persons.least() + " to " + persons.most() + ifUnknown);
        }
        rule.meterSizes().forEach((size, times) -> add(of.band(size.toString()), Field.TIMES, times));
    }

    /// As price books name it.
    private static String kind(TariffComponent component) {
        return switch (component) {
            case BlockCharge _ -> "blocks";
            case VolumeCharge _ -> "volume-of";
            case BandCharge _ -> "bands";
            case DemandCharge _ -> "demand";
            case FixedCharge _ -> "fixed";
            case SewerCharge _ -> "sewer";
            case SizedCharge _ -> "sized";
            case UnitCharge _ -> "per-unit";
            case Rider _ -> "rider";
            case Discount _ -> "discount";
            case MaximumCharge _ -> "maximum";
            case SubscribedCharge _ -> "subscribed";
            case OverrunCharge _ -> "overrun";
            case BilledDemandCharge _ -> "billed-demand";
            case ReactiveCharge _ -> "reactive";
            case PowerFactorCharge _ -> "power-factor";
            case ExportCredit _ -> "export";
            case NetMetering _ -> "net-metering";
            case MinimumCharge _ -> "minimum";
            case YearLimit limit -> limit.isMaximum() ? "maximum" : "minimum";
        };
    }

    private void addTiers(Statement of, List<BlockTier> tiers) {
        for (int i = 0; i < tiers.size(); i++) {
            BlockTier tier = tiers.get(i);
            Statement block = of.block(i + 1);
            add(block, Field.UP_TO, tier.upTo());
            add(block, Field.TOLERANCE, tier.tolerance().isZero() ? null : tier.tolerance());
            add(block, Field.PER_PERSON, tier.perPerson().isZero() ? null : tier.perPerson());
            add(block, Field.MODE, word(tier.mode()));
            add(block, Field.PRICE, tier.price());
        }
    }

    private void add(Statement of, DemandFloor floor) {
        switch (floor) {
            case DemandFloor.Amount amount -> add(of, Field.LEAST, amount.least());
            case DemandFloor.OfSubscribed part -> {
                add(of, Field.BY, Determinant.SUBSCRIBED_POWER.code());
                add(of, Field.LEAST, part.share());
            }
            case DemandFloor.OfPast past -> {
                add(of, Field.BY, Determinant.PAST_DEMAND.code());
                add(of, Field.LEAST, past.share());
                add(of, Field.LOOK_BACK, past.lookBack());
                add(of, Field.AMONG, months(past.among()));
            }
        }
    }

    /// All the year is nothing that a book states.
    private static @Nullable String months(Set<Month> months) {
        if (months.equals(TariffComponent.ALL_YEAR)) {
            return null;
        }
        return new TreeSet<>(months)
                .stream().map(month -> Integer.toString(month.getValue())).collect(Collectors.joining(" "));
    }

    /// None named is nothing that a book states.
    private static @Nullable String codes(Set<String> of) {
        return of.isEmpty() ? null : String.join(" ", new TreeSet<>(of));
    }

    private void add(Tax tax) {
        switch (tax) {
            case Tax.ValueAddedTax vat -> addRates(vat.code() + " " + vat.taxClass(), "value-added", vat.rates());
            case Tax.PaymentDuty duty -> {
                addRates(duty.code(), "payment-duty", duty.rates());
                add(new Statement(Part.TAX, duty.code(), "", 0), Field.PAID_BY, word(duty.channel()));
            }
            case Tax.VolumeLevy levy -> levy.versions().forEach(version -> addLevy(levy.code(), version));
        }
    }

    /// A rate that does not hold yet is none.
    private void addRates(String code, String kind, List<DatedRate> rates) {
        Statement of = new Statement(Part.TAX, code, "", 0);
        if (!rates.isEmpty()) {
            add(of, Field.KIND, kind);
        }
        for (int i = 0; i < rates.size(); i++) {
            add(
                    rates.size() == 1 ? of : of.band(rates.get(i).from().toString()),
                    Field.RATE,
                    rates.get(i).rate());
        }
    }

    private void addLevy(String code, LevyVersion version) {
        Statement of = new Statement(Part.TAX, code, "", 0);
        add(of, Field.KIND, "levy");
        add(of, Field.EXEMPT_UP_TO, version.exemptUpTo());
        add(of, Field.CAP_PER_MONTH, version.cap());
        for (int i = 0; i < version.tiers().size(); i++) {
            LevyTier tier = version.tiers().get(i);
            add(of.block(i + 1), Field.UP_TO, tier.upTo());
            add(of.block(i + 1), Field.RATE, tier.rate());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Statement(Part part, String code, String band, int block) {
        Statement band(String of) {
            return new Statement(part, code, of, block);
        }

        Statement block(int of) {
            return new Statement(part, code, band, of);
        }
    }

    private void add(Statement of, Field field, @Nullable Object value) {
        if (value != null) {
            facts.put(new TariffFact(of.part(), of.code(), of.band(), of.block(), field), value.toString());
        }
    }
}
