package org.taswiya.cli.document;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.billing.CountedDay.Band;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Determinant;

/// Agreements whose tariffs ask for more than the usage.
final class MoreThanUsage {
    private static final int HALF_HOUR = 1_800;
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));

    private MoreThanUsage() {}

    /// Those whose registers were read month by month up to 1 May, in the order of their bills.
    static Map<String, AgreementExample> byRegisters() {
        Map<String, AgreementExample> all = new LinkedHashMap<>();
        all.put("credit-above-the-bill", roof());
        all.put("power-factor", pump());
        return all;
    }

    /// A workshop whose March was estimated at 25 kWh a day, by intervals that were estimated too; they and the reading
    /// of 1 May say what it was. Its power was raised on 16 April.
    static AgreementExample workshop() {
        AgreementExample before = reading().read("2020-04-01", "12775");
        before.askedFor = new AskedFor(facts("2.5"), days("2020-03-01", "2020-04-01", "19", "6", "1.4", 48));
        AgreementExample agreement = reading().read("2020-05-01", "13536");
        agreement.billed.add(BilledPeriod.estimated(MARCH, Decimal.of(775), amounts(before)));
        List<CountedDay> days = new ArrayList<>(days("2020-03-01", "2020-04-01", "20", "6", "1.5", 0));
        days.addAll(days("2020-04-01", "2020-04-20", "18", "5", "1.5", 0));
        days.addAll(days("2020-04-20", "2020-04-21", "19", "4", "1.7", 48));
        days.addAll(days("2020-04-21", "2020-05-01", "20", "7", "1.9", 0));
        List<AgreementFact> facts = facts("2.5");
        facts.add(fact(Determinant.SUBSCRIBED_POWER, "2020-04-16", "3.5"));
        agreement.askedFor = new AskedFor(facts, days);
        return agreement;
    }

    private static AgreementExample reading() {
        return new AgreementExample("valley/workshop").read("2020-03-01", "12000");
    }

    private static List<AgreementFact> facts(String power) {
        List<AgreementFact> facts = new ArrayList<>();
        facts.add(fact(Determinant.SUBSCRIBED_POWER, "2019-11-01", power));
        facts.add(fact(Determinant.REACTIVE_ENERGY, "2020-03-01", "4100"));
        facts.add(fact(Determinant.REACTIVE_ENERGY, "2020-04-01", "4500"));
        facts.add(fact(Determinant.REACTIVE_ENERGY, "2020-05-01", "4740"));
        return facts;
    }

    private static AgreementFact fact(Determinant determinant, String from, String value) {
        return new AgreementFact(determinant, LocalDate.parse(from), Decimal.parse(value));
    }

    /// Days of which each is like the other, with the highest half hour at 18:30.
    private static List<CountedDay> days(
            String from, String to, String offPeak, String peak, String highest, int estimated) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .map(day -> new CountedDay(
                        day,
                        new TreeMap<>(Map.of(
                                "off-peak", band(day, offPeak, 8, "0.5", estimated * 19 / 24),
                                "peak", band(day, peak, 18, highest, estimated * 5 / 24)))))
                .toList();
    }

    private static Band band(LocalDate day, String quantity, int hour, String highest, int estimated) {
        Demand demand = new Demand(day.atTime(hour, 30).toInstant(ZoneOffset.UTC), HALF_HOUR, Decimal.parse(highest));
        return new Band(Decimal.parse(quantity), demand, estimated);
    }

    private static Amounts amounts(AgreementExample agreement) {
        BillingPolicy policy = new BillingPolicy(
                new AllocationPolicy.ByDays(), List.of(EstimationMethod.RECENT_AVERAGE), 12, null, null);
        AccountInput account =
                new AccountInput("1", MARCH.to(), MARCH.to(), policy, Money.ZERO, List.of(agreement.input("C1")));
        return AccountBilling.bill(account).bills().getFirst().amounts();
    }

    /// A household whose March nobody billed: it fed in more then than its bill is worth, and less in April.
    private static AgreementExample roof() {
        AgreementExample agreement = new AgreementExample("valley/roof")
                .read("2020-03-01", "2040")
                .read("2020-04-01", "2090")
                .read("2020-05-01", "2210");
        agreement.billed.add(BilledPeriod.unbilled(MARCH));
        List<AgreementFact> facts = List.of(
                fact(Determinant.EXPORTED_ENERGY, "2020-03-01", "8115"),
                fact(Determinant.EXPORTED_ENERGY, "2020-04-01", "8415"),
                fact(Determinant.EXPORTED_ENERGY, "2020-05-01", "8475"));
        agreement.askedFor = new AskedFor(facts, List.of());
        return agreement;
    }

    /// A pump that ran with a poor power factor in March, which nobody billed, and with a good one in April.
    private static AgreementExample pump() {
        AgreementExample agreement = new AgreementExample("valley/pump")
                .read("2020-03-01", "20000")
                .read("2020-04-01", "20800")
                .read("2020-05-01", "23200");
        agreement.billed.add(BilledPeriod.unbilled(MARCH));
        List<AgreementFact> facts = List.of(
                fact(Determinant.REACTIVE_ENERGY, "2020-03-01", "5000"),
                fact(Determinant.REACTIVE_ENERGY, "2020-04-01", "5599"),
                fact(Determinant.REACTIVE_ENERGY, "2020-05-01", "6298"));
        agreement.askedFor = new AskedFor(facts, List.of());
        return agreement;
    }

    /// A household with a roof that feeds in more than it uses, in a month in which a campaign begins.
    static AgreementExample ownProduction() {
        AgreementExample agreement = new AgreementExample("valley/own-production")
                .read("2020-03-01", "2040")
                .read("2020-04-01", "2220");
        List<AgreementFact> facts = List.of(
                fact(Determinant.SOCIAL_TARIFF, "2019-06-01", "1"),
                fact(Determinant.EXPORTED_ENERGY, "2020-03-01", "8115"),
                fact(Determinant.EXPORTED_ENERGY, "2020-04-01", "8815"));
        agreement.askedFor = new AskedFor(facts, List.of());
        return agreement;
    }
}
