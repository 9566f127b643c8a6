package org.taswiya.intake.greenbutton;

import java.util.List;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedFlow;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedService;

/// What the values of a meter reading mean.
///
/// @param series without its hours: those an interval may state for itself
/// @param factor what makes the unit of the series of a value
/// @param quality of an interval that states none
/// @param timeOfUse of an interval that states none; 0 for all hours
record SeriesTerms(FeedSeries series, Fraction factor, UsageQuality quality, long timeOfUse) {
    private static final int POWER_MOST = 12;
    private static final long DELTA_DATA = 4;
    private static final List<Long> QUANTITIES = List.of(0L, 12L, 58L);
    private static final List<Long> PLAIN_QUALIFIERS = List.of(0L, 12L, 26L);

    /// @throws FeedRefused when what it counts is not taken
    static SeriesTerms of(String register, String point, EspiNode usagePoint, EspiNode type) {
        requireQuantity(type);
        FeedService service = service(usagePoint, type);
        EspiUnit unit = unit(service, type);
        FeedSeries series = new FeedSeries(point, register, service, flow(type), unit.unit(), null);
        return new SeriesTerms(
                series,
                unit.factor().times(power(type)).reduced(),
                known(type.number("defaultQuality", 0)),
                type.number("tou", 0));
    }

    /// A quality of ESPI to the rules: valid, raw, validated, verified and fit for revenue are readings; whatever else
    /// somebody or something made of them, known code or not, nobody has read.
    static UsageQuality known(long code) {
        return code == 0 || code == 14 || code == 17 || code == 18 || code == 19
                ? UsageQuality.ACTUAL
                : UsageQuality.ESTIMATED;
    }

    private static void requireQuantity(EspiNode type) {
        long behaviour = type.number("accumulationBehaviour", 0);
        long kind = type.number("kind", 0);
        long qualifier = type.number("dataQualifier", 0);
        if ((behaviour != 0 && behaviour != DELTA_DATA)
                || !QUANTITIES.contains(kind)
                || !PLAIN_QUALIFIERS.contains(qualifier)) {
            throw new FeedRefused(
                    type.line(),
                    FeedFault.NOT_A_QUANTITY,
                    "found accumulationBehaviour " + behaviour + ", kind " + kind + ", dataQualifier " + qualifier
                            + ", expected the quantity of each interval (4; 12 or 58; 0, 12 or 26)");
        }
    }

    private static FeedService service(EspiNode usagePoint, EspiNode type) {
        EspiNode category = usagePoint.child("ServiceCategory");
        long kind = category == null ? -1 : category.number("kind", -1);
        long commodity = type.number("commodity", 0);
        if (kind == 0 || (kind < 0 && (commodity == 1 || commodity == 2 || commodity == 26))) {
            return FeedService.ELECTRICITY;
        }
        if (kind == 1 || (kind < 0 && commodity == 7)) {
            return FeedService.GAS;
        }
        if (kind == 2 || (kind < 0 && commodity == 9)) {
            return FeedService.WATER;
        }
        throw new FeedRefused(
                usagePoint.line(),
                FeedFault.UNKNOWN_SERVICE,
                "found " + (kind < 0 ? "the commodity " + commodity : "the service " + kind)
                        + ", expected electricity, gas or water (service 0, 1 or 2)");
    }

    private static EspiUnit unit(FeedService service, EspiNode type) {
        long code = type.number("uom", 0);
        EspiUnit unit = EspiUnit.ofCode(code).orElse(null);
        boolean fits = unit != null
                && switch (service) {
                    case ELECTRICITY -> unit.unit() == Unit.KILOWATT_HOUR;
                    case GAS -> true;
                    case WATER -> unit.unit() == Unit.CUBIC_METRE;
                };
        if (unit == null || !fits) {
            throw new FeedRefused(
                    type.line(),
                    FeedFault.UNKNOWN_UNIT,
                    "found uom " + code + " of " + service.code() + ", expected a unit of "
                            + (service == FeedService.WATER ? "volume" : "energy")
                            + (service == FeedService.GAS ? " or volume" : "") + " that is known here");
        }
        return unit;
    }

    private static FeedFlow flow(EspiNode type) {
        long flow = type.number("flowDirection", 0);
        if (flow == 0 || flow == 1) {
            return FeedFlow.DELIVERED;
        }
        if (flow == 19) {
            return FeedFlow.RECEIVED;
        }
        if (flow == 4) {
            return FeedFlow.NET;
        }
        throw new FeedRefused(
                type.line(),
                FeedFault.UNKNOWN_FLOW,
                "found flowDirection " + flow + ", expected 1 (forward), 19 (reverse), 4 (net) or none");
    }

    private static Fraction power(EspiNode type) {
        long power = type.number("powerOfTenMultiplier", 0);
        if (Math.abs(power) > POWER_MOST) {
            throw new FeedRefused(
                    type.line(),
                    FeedFault.UNKNOWN_UNIT,
                    "found powerOfTenMultiplier " + power + ", expected -12 to 12");
        }
        long size = 1;
        for (long i = 0; i < Math.abs(power); i++) {
            size *= 10;
        }
        return power < 0 ? Fraction.of(1, size) : Fraction.of(size);
    }
}
