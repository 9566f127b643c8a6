package org.taswiya.cli.demo;

import org.taswiya.core.quantity.Money;

/// How many are charged and how many credited, and with how much.
final class Direction {
    private long chargedCount;
    private long creditedCount;
    private long evenCount;
    private Money charged = Money.ZERO;
    private Money credited = Money.ZERO;

    void add(Money amount) {
        switch (amount.signum()) {
            case 1 -> {
                chargedCount++;
                charged = charged.plus(amount);
            }
            case -1 -> {
                creditedCount++;
                credited = credited.plus(amount.negated());
            }
            default -> evenCount++;
        }
    }

    void add(Direction other) {
        chargedCount += other.chargedCount;
        creditedCount += other.creditedCount;
        evenCount += other.evenCount;
        charged = charged.plus(other.charged);
        credited = credited.plus(other.credited);
    }

    long count() {
        return chargedCount + creditedCount + evenCount;
    }

    long chargedCount() {
        return chargedCount;
    }

    long creditedCount() {
        return creditedCount;
    }

    long evenCount() {
        return evenCount;
    }

    Money charged() {
        return charged;
    }

    /// What goes back to customers, zero or more.
    Money credited() {
        return credited;
    }

    Money net() {
        return charged.minus(credited);
    }
}
