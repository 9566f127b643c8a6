package org.taswiya.deliver.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.AskedFor.HighestDemand;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.ComparedYear;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.LostCredit;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.PowerFactor;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.Told;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a tariff was told of a period besides the usage, and from what it is known.
final class ToldNotes {
    private final Tariff tariff;
    private final AskedFor known;
    private final ItemWords words;
    private final Texts texts;
    private final Figures figures;

    ToldNotes(Tariff tariff, AskedFor known, ItemWords words, Texts texts, Figures figures) {
        this.tariff = tariff;
        this.words = words;
        this.known = known;
        this.texts = texts;
        this.figures = figures;
    }

    /// When demand was highest, what holds on these days, what registers show, what is carried in and on, how much of
    /// all that is an estimate.
    List<String> of(BillSegment segment) {
        DateRange period = segment.range();
        List<String> notes = new ArrayList<>();
        Tariff ofPeriod = tariff.in(period);
        demand(tariff.daysOfDemand(period), ofPeriod, notes);
        for (AgreementFact fact : known.facts(period)) {
            notes.add(texts.text(
                    "pricing.told",
                    "what",
                    figures.determinant(fact.determinant()),
                    "value",
                    value(fact),
                    "date",
                    figures.date(fact.from())));
        }
        Set<Determinant> asked = EnumSet.noneOf(Determinant.class);
        asked.addAll(ofPeriod.determinants());
        asked.addAll(ofPeriod.optionalDeterminants());
        for (Determinant determinant : asked) {
            if (determinant.isRegistered()) {
                registered(determinant, segment, notes);
            }
        }
        if (asked.contains(Determinant.POWER_FACTOR)) {
            powerFactor(segment).ifPresent(notes::add);
        }
        past(segment, notes);
        assumed(segment, notes);
        ComparedYear.of(segment.rating()).forEach(year -> notes.add(compared(year)));
        carried(segment, notes);
        segment.rating().lost().forEach(lost -> notes.add(lost(lost, period)));
        int estimated = known.estimated(period);
        if (estimated > 0) {
            notes.add(texts.text("pricing.intervals", "count", figures.isolated(Integer.toString(estimated))));
        }
        return notes;
    }

    /// By the registers of active and reactive energy.
    private Optional<String> powerFactor(BillSegment segment) {
        Fraction active = Fraction.of(segment.usage());
        return segment.rating().resolved().told().values().stream()
                .map(told -> told.others().get(Determinant.REACTIVE_ENERGY))
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(reactive -> PowerFactor.of(active, reactive)
                        .map(factor -> texts.text(
                                "pricing.power-factor",
                                "active",
                                figures.usage(active, tariff.unit()),
                                "reactive",
                                figures.usage(reactive, Unit.KILOVAR_HOUR),
                                "value",
                                figures.quantity(factor.rounded()))));
    }

    /// What prices hang on that bills and intervals before the period have told; once more from the day on which other
    /// prices ask for it otherwise.
    private void past(BillSegment segment, List<String> notes) {
        SortedMap<LocalDate, Told> told = segment.rating().resolved().told();
        List<String> before = List.of();
        for (Map.Entry<LocalDate, Told> from : told.entrySet()) {
            List<String> now = past(segment, from.getValue());
            for (String note : now) {
                boolean isFirst = from.getKey().equals(segment.range().from());
                if (!before.contains(note)) {
                    notes.add(isFirst ? note : later(from.getKey(), note));
                }
            }
            before = now;
        }
    }

    private String later(LocalDate day, String note) {
        return texts.text("pricing.later", "date", figures.date(day), "what", note);
    }

    private List<String> past(BillSegment segment, Told told) {
        List<String> notes = new ArrayList<>();
        Fraction used = told.others().get(Determinant.USED_THIS_YEAR);
        if (used != null) {
            notes.add(past("pricing.used-this-year", used, tariff.unit()));
        }
        Fraction average = told.others().get(Determinant.WINTER_AVERAGE);
        if (average != null && known.facts(segment.range()).stream().noneMatch(ToldNotes::isAverage)) {
            notes.add(past("pricing.winter-average", average, tariff.unit()));
        }
        told.parts().getOrDefault(Determinant.PAST_DEMAND, Map.of()).values().stream()
                .max(Comparator.naturalOrder())
                .ifPresent(most -> notes.add(past("pricing.past-demand", most, Unit.KILOWATT)));
        return notes;
    }

    private String compared(ComparedYear year) {
        return texts.text(
                year.isMaximum() ? "pricing.year-maximum" : "pricing.year-minimum",
                "from",
                figures.date(year.days().from()),
                "to",
                figures.date(year.days().to().minusDays(1)),
                "limit",
                figures.money(year.limit()),
                "charged",
                figures.money(year.charged()));
    }

    private static boolean isAverage(AgreementFact fact) {
        return fact.determinant() == Determinant.WINTER_AVERAGE;
    }

    private String past(String key, Fraction value, Unit unit) {
        return texts.text(key, "value", figures.usage(value, unit));
    }

    /// What nobody has told, and the tariff states for whoever has none.
    private void assumed(BillSegment segment, List<String> notes) {
        for (Assumed assumed : Assumed.of(segment.rating().resolved())) {
            notes.add(texts.text(
                    "pricing.assumed",
                    "what",
                    figures.determinant(assumed.determinant()),
                    "value",
                    inUnit(
                            assumed.value(),
                            unit(assumed.determinant(), segment.range().from()))));
        }
    }

    private void carried(BillSegment segment, List<String> notes) {
        Rating rating = segment.rating();
        if (rating.carriedOut().isEmpty()) {
            return;
        }
        rating.resolved().told().values().stream()
                .map(of -> of.others().get(Determinant.CARRIED_IN))
                .filter(energy -> energy != null && energy.signum() > 0)
                .findFirst()
                .ifPresent(energy -> notes.add(carried("pricing.carried-in", energy)));
        String out = known.past().endsWith(segment.range()) ? "pricing.carried-lost" : "pricing.carried-out";
        rating.carriedOut().values().stream()
                .filter(energy -> energy.signum() > 0)
                .forEach(energy -> notes.add(carried(out, energy)));
    }

    private String carried(String key, Fraction energy) {
        return texts.text(key, "energy", figures.usage(energy, tariff.unit()));
    }

    private String lost(LostCredit lost, DateRange period) {
        return texts.text(
                "pricing.credit-lost",
                "what",
                words.component(lost.component(), period.from()),
                "quantity",
                figures.usage(lost.quantity(), lost.unit()),
                "amount",
                figures.money(lost.amount()));
    }

    /// @param days on which it is charged
    private void demand(List<DateRange> days, Tariff ofPeriod, List<String> notes) {
        if (isOfEveryHour(ofPeriod)) {
            known.highest(days, null).ifPresent(highest -> notes.add(demand(null, highest)));
        }
        for (String band : ofPeriod.demandBands()) {
            known.highest(days, band).ifPresent(highest -> notes.add(demand(band, highest)));
        }
    }

    /// Whether something hangs on the highest demand of every hour, whatever hangs on that of some beside it.
    private boolean isOfEveryHour(Tariff ofPeriod) {
        return ofPeriod.versions().stream()
                .flatMap(version -> version.components().stream())
                .anyMatch(component -> switch (component) {
                    case DemandCharge charge -> charge.bands().isWhole();
                    case OverrunCharge overrun -> overrun.band() == null && !overrun.isByExceedance();
                    case BilledDemandCharge _ -> true;
                    case BandCharge charge ->
                        charge.bands().stream()
                                .anyMatch(ladder -> ladder.basis().isOfDemand());
                    case TariffComponent _ -> false;
                });
    }

    /// With the hour, where a calendar says in which zone it is.
    private String demand(@Nullable String band, HighestDemand highest) {
        String what = texts.text("pricing.demand");
        String named = band == null ? what : texts.text("pricing.band", "component", what, "band", figures.band(band));
        String value = figures.usage(highest.demand().perHour(), Unit.KILOWATT);
        String date = figures.date(highest.day());
        TimeBands calendar = tariff.calendarOn(highest.day());
        if (calendar == null) {
            return texts.text("pricing.demand.day", "what", named, "value", value, "date", date);
        }
        ZoneId zone = calendar.zone();
        Instant end = highest.demand().from().plusSeconds(highest.demand().seconds());
        return texts.text(
                "pricing.demand.time",
                "what",
                named,
                "value",
                value,
                "date",
                date,
                "from",
                figures.time(LocalTime.ofInstant(highest.demand().from(), zone)),
                "to",
                figures.time(LocalTime.ofInstant(end, zone)));
    }

    private String value(AgreementFact fact) {
        if (fact.determinant() == Determinant.SOCIAL_TARIFF) {
            return texts.text(fact.value().signum() == 0 ? "told.no" : "told.yes");
        }
        return inUnit(fact.value(), unit(fact.determinant(), fact.from()));
    }

    private String inUnit(Decimal value, @Nullable Unit unit) {
        return unit == null ? figures.quantity(value) : figures.usage(value, unit);
    }

    private @Nullable Unit unit(Determinant determinant, LocalDate day) {
        return switch (determinant) {
            case WINTER_AVERAGE, EXPORTED_ENERGY, CARRIED_IN, USED_THIS_YEAR -> tariff.unit();
            case REACTIVE_ENERGY -> Unit.KILOVAR_HOUR;
            case EXCEEDANCES -> Unit.EXCEEDANCE;
            case SUBSCRIBED_POWER, PAST_DEMAND -> powerUnit(day);
            case METER_SIZE, FIRE_LINE_SIZE, PERSONS, POWER_FACTOR, SOCIAL_TARIFF -> null;
            case CHARGED_THIS_YEAR, DAYS_THIS_YEAR, FINAL_BILL -> null;
        };
    }

    /// That of the charges on it; null where a table of sizes alone asks for it.
    private @Nullable Unit powerUnit(LocalDate day) {
        return tariff.versionOn(day).stream()
                .flatMap(version -> version.components().stream())
                .map(ToldNotes::powerUnit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Unit powerUnit(TariffComponent component) {
        return switch (component) {
            case SubscribedCharge charge -> charge.unit();
            case OverrunCharge overrun -> overrun.isByExceedance() ? null : overrun.unit();
            case TariffComponent _ -> null;
        };
    }

    /// What a register showed on both days. Where energy is netted it may be divided, and then it is told between which
    /// values.
    private void registered(Determinant determinant, BillSegment segment, List<String> notes) {
        DateRange period = segment.range();
        boolean isDivided = determinant == Determinant.EXPORTED_ENERGY
                && !segment.rating().carriedOut().isEmpty();
        Optional<Decimal> first = shown(determinant, period.from(), isDivided);
        Optional<Decimal> last = shown(determinant, period.to(), isDivided);
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        notes.add(texts.text(
                "pricing.registered",
                "what",
                figures.determinant(determinant),
                "first",
                figures.quantity(first.get()),
                "from",
                figures.date(period.from()),
                "last",
                figures.quantity(last.get()),
                "to",
                figures.date(period.to()),
                "counted",
                inUnit(last.get().minus(first.get()), unit(determinant, period.from()))));
        if (isDivided) {
            divided(determinant, period.from()).ifPresent(notes::add);
            divided(determinant, period.to()).ifPresent(notes::add);
        }
    }

    private Optional<Decimal> shown(Determinant register, LocalDate day, boolean isDivided) {
        return isDivided ? known.shownOrDivided(register, day) : known.shown(register, day);
    }

    private Optional<String> divided(Determinant register, LocalDate day) {
        return known.around(register, day)
                .map(values -> texts.text(
                        "pricing.divided",
                        "what",
                        figures.determinant(register),
                        "date",
                        figures.date(day),
                        "first",
                        figures.quantity(values.before().value()),
                        "from",
                        figures.date(values.before().from()),
                        "last",
                        figures.quantity(values.after().value()),
                        "to",
                        figures.date(values.after().from())));
    }
}
