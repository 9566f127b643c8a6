package org.taswiya.core.adjustment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// An amount divided as a bill is divided.
///
/// Each part gets its share of the amount with tax, the largest remainders a minor unit more, ties to the first. The
/// tax of a rate is then taken out of all that has this rate together, half up, and the rest shared out again.
///
/// @param nets by account of revenue or of another tax, of the amount's sign
/// @param taxes the value added tax by rate
public record BilledParts(Map<LedgerAccount, Money> nets, List<AtRate> taxes) {

    /// @param base before tax
    public record AtRate(Decimal rate, Money base, Money tax) {}

    public BilledParts {
        nets = new LinkedHashMap<>(nets);
        taxes = List.copyOf(taxes);
    }

    /// @param amount of either sign
    /// @param shares one or more above zero, in a stated order
    public static BilledParts of(Money amount, List<BilledShare> shares) {
        int sign = amount.signum() < 0 ? -1 : 1;
        List<BilledShare> counted =
                shares.stream().filter(share -> share.gross().signum() > 0).toList();
        List<Money> parts = divided(
                sign < 0 ? amount.negated() : amount,
                counted.stream().map(BilledShare::gross).toList());
        Map<LedgerAccount, Money> nets = new LinkedHashMap<>();
        SortedMap<Decimal, List<Integer>> byRate = new TreeMap<>();
        for (int i = 0; i < counted.size(); i++) {
            Decimal rate = counted.get(i).rate();
            if (rate == null) {
                add(nets, counted.get(i).account(), parts.get(i), sign);
            } else {
                byRate.computeIfAbsent(rate, _ -> new ArrayList<>()).add(i);
            }
        }
        List<AtRate> taxes = new ArrayList<>();
        byRate.forEach((rate, of) -> {
            List<Money> grosses = of.stream().map(parts::get).toList();
            Money gross = grosses.stream().reduce(Money.ZERO, Money::plus);
            Fraction factor = Fraction.of(rate).dividedBy(Fraction.ONE.plus(Fraction.of(rate)));
            Money tax = gross.toFraction().times(factor).toMoneyHalfUp();
            Money base = gross.minus(tax);
            if (!gross.isZero()) {
                taxes.add(new AtRate(rate, signed(base, sign), signed(tax, sign)));
                List<Money> bases = divided(base, grosses);
                for (int i = 0; i < of.size(); i++) {
                    add(nets, counted.get(of.get(i)).account(), bases.get(i), sign);
                }
            }
        });
        return new BilledParts(nets, taxes);
    }

    private static void add(Map<LedgerAccount, Money> nets, LedgerAccount account, Money amount, int sign) {
        if (!amount.isZero()) {
            nets.merge(account, signed(amount, sign), Money::plus);
        }
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }

    /// An amount not below zero in proportion to measures not below zero, at least one of them above it.
    static List<Money> divided(Money amount, List<Money> measures) {
        BigInteger whole = BigInteger.valueOf(
                measures.stream().reduce(Money.ZERO, Money::plus).minorUnits());
        List<Long> parts = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        long left = amount.minorUnits();
        for (Money measure : measures) {
            BigInteger[] share = BigInteger.valueOf(amount.minorUnits())
                    .multiply(BigInteger.valueOf(measure.minorUnits()))
                    .divideAndRemainder(whole);
            parts.add(share[0].longValueExact());
            rests.add(share[1]);
            left -= share[0].longValueExact();
        }
        List<Integer> order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> Objects.requireNonNull(rests.get(i)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int i = 0; i < left; i++) {
            parts.set(order.get(i), parts.get(order.get(i)) + 1);
        }
        return parts.stream().map(Money::ofMinor).toList();
    }
}
