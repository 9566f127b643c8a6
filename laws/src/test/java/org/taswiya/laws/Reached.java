package org.taswiya.laws;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.laws.reference.Ratio;
import org.taswiya.laws.reference.ReferenceRating.Line;
import org.taswiya.laws.reference.ReferenceSettlement;
import org.taswiya.laws.reference.ReferenceSettlement.Answer;
import org.taswiya.laws.reference.ReferenceSettlement.SettledPeriod;
import org.taswiya.laws.reference.Sums;

/// What a random settlement has in it, so that a law can say that nothing was left out.
final class Reached {

    /// Everything that the cases must reach.
    static final Set<String> ALL = Set.of(
            "policy days",
            "policy estimate-shape",
            "policy favourable",
            "policy favourable, tolerance 0",
            "policy favourable, reading in mid-gap",
            "held billed-gap",
            "held billed-overlap",
            "held implausible-usage",
            "held no-actual-reading",
            "held reading-lower",
            "charge",
            "credit",
            "neither charge nor credit",
            "rollover",
            "exchange",
            "exchange on the day of a reading",
            "exchange of another multiplier",
            "customer reading in mid-gap",
            "actual reading in mid-gap",
            "reading inside a billed period",
            "nothing billed",
            "no current period",
            "kept estimate",
            "wholly kept period",
            "all estimates zero",
            "multiplier with a fraction",
            "leftover in mid-gap",
            "three decimals",
            "billed by totals only",
            "billed by components",
            "history",
            "shared meter",
            "prices with tax",
            "prices before tax",
            "change of version",
            "change of tax alone",
            "limit cuts a period",
            "limit takes a whole period",
            "credit before the limit",
            "searched proof",
            "volume beyond search");

    private Reached() {}

    static Set<String> of(SettlementCase input, Answer answer) {
        Set<String> facts = new TreeSet<>();
        for (HoldReason reason : answer.reasons()) {
            facts.add("held " + reason.code());
        }
        if (answer.reasons().isEmpty()) {
            addOfCase(input, answer, facts);
            addOfReadings(input, answer, facts);
            addOfPrices(input, answer, facts);
            addOfLimit(input, answer, facts);
            addOfOutcome(answer, facts);
        }
        return facts;
    }

    private static void addOfCase(SettlementCase input, Answer answer, Set<String> facts) {
        facts.add("policy " + input.allocation().code());
        if (input.allocation() instanceof AllocationPolicy.Favourable favourable
                && favourable.tolerance().isZero()) {
            facts.add("policy favourable, tolerance 0");
        }
        add(facts, "nothing billed", input.billed().isEmpty());
        add(facts, "no current period", answer.periods().stream().noneMatch(SettledPeriod::isCurrent));
        add(facts, "history", !input.history().isEmpty());
        add(facts, "shared meter", input.households() > 1);
        add(facts, "three decimals", input.register().decimals() == 3);
        boolean estimated =
                input.billed().stream().anyMatch(period -> !period.usage().isZero());
        add(facts, "all estimates zero", !input.billed().isEmpty() && !estimated);
        for (BilledPeriod period : input.billed()) {
            if (period.amounts() != null) {
                boolean totals = period.amounts().byComponent().isEmpty();
                facts.add(totals ? "billed by totals only" : "billed by components");
            }
        }
    }

    private static void addOfReadings(SettlementCase input, Answer answer, Set<String> facts) {
        add(facts, "rollover", ReferenceSettlement.rollsOver(input));
        DateRange whole = whole(input);
        input.exchanges().stream()
                .filter(exchange -> whole.contains(exchange.at()))
                .forEach(exchange -> {
                    facts.add("exchange");
                    add(
                            facts,
                            "exchange of another multiplier",
                            exchange.otherRegister().isPresent());
                    boolean onDay = input.readings().stream()
                            .anyMatch(reading ->
                                    reading.isMeasuring() && reading.at().equals(exchange.at()));
                    add(facts, "exchange on the day of a reading", onDay);
                });
        boolean fraction =
                !answer.usage().equals(stepsOf(answer.usage(), input.register().decimals()));
        add(facts, "multiplier with a fraction", fraction);
        for (Reading reading : input.readings()) {
            boolean inside = whole.contains(reading.at()) && !reading.at().equals(whole.from());
            if (inside && reading.isMeasuring()) {
                boolean actual = reading instanceof Reading.ActualReading;
                facts.add(actual ? "actual reading in mid-gap" : "customer reading in mid-gap");
                boolean splits = input.billed().stream()
                        .anyMatch(period -> period.range().contains(reading.at())
                                && !period.range().from().equals(reading.at()));
                add(facts, "reading inside a billed period", splits);
                boolean favourable = input.allocation() instanceof AllocationPolicy.Favourable;
                add(facts, "policy favourable, reading in mid-gap", favourable);
                add(facts, "leftover in mid-gap", fraction);
            }
        }
        for (BilledPeriod period : input.billed()) {
            add(facts, "kept estimate", period.range().contains(whole.to()));
            add(facts, "wholly kept period", !period.range().from().isBefore(whole.to()));
        }
    }

    private static DateRange whole(SettlementCase input) {
        var days = input.readings().stream()
                .filter(reading -> reading instanceof Reading.ActualReading)
                .map(Reading::at)
                .sorted()
                .toList();
        return DateRange.of(days.getFirst(), days.getLast());
    }

    private static Ratio stepsOf(Ratio usage, int decimals) {
        Ratio step = Ratio.of(Decimal.ofSteps(1, decimals));
        return new Ratio(usage.over(step).floor(), BigInteger.ONE).times(step);
    }

    private static void addOfPrices(SettlementCase input, Answer answer, Set<String> facts) {
        facts.add(input.tariff().basis() == TaxBasis.TAX_INCLUDED ? "prices with tax" : "prices before tax");
        for (SettledPeriod period : answer.periods()) {
            boolean version = input.tariff().versions().stream()
                    .anyMatch(each -> period.range().contains(each.from())
                            && !period.range().from().equals(each.from()));
            List<Line> lines = period.rated().lines();
            boolean shared = lines.stream().anyMatch(line -> !line.share().equals(Ratio.ONE));
            add(facts, "change of version", version);
            add(facts, "change of tax alone", shared && !version);
        }
    }

    private static void addOfLimit(SettlementCase input, Answer answer, Set<String> facts) {
        if (input.backBilling() == null) {
            return;
        }
        for (SettledPeriod period : answer.periods()) {
            boolean before = period.range().from().isBefore(input.backBilling().limit());
            boolean cut = !period.chargeable().equals(period.difference());
            boolean crossed = period.range().contains(input.backBilling().limit());
            add(facts, "limit cuts a period", cut && crossed);
            add(facts, "limit takes a whole period", cut && !crossed);
            add(
                    facts,
                    "credit before the limit",
                    before && period.difference().total().signum() < 0);
        }
    }

    private static void addOfOutcome(Answer answer, Set<String> facts) {
        Sums trueUp = answer.trueUp();
        facts.add(
                switch (trueUp.total().signum()) {
                    case 1 -> "charge";
                    case -1 -> "credit";
                    default -> "neither charge nor credit";
                });
        boolean searched = answer.proof() != null && answer.proof().cheapest().isPresent();
        facts.add(searched ? "searched proof" : "volume beyond search");
    }

    private static void add(Set<String> facts, String fact, boolean holds) {
        if (holds) {
            facts.add(fact);
        }
    }
}
