package org.taswiya.core.receivables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules once more, as plainly as they can be written: minor units, loops, nothing shared with the code under test.
final class PlainBooks {
    final List<Owed> items = new ArrayList<>();
    final List<Source> sources = new ArrayList<>();
    private final List<Moved> moves = new ArrayList<>();

    static final class Owed {
        final String name;
        final int issued;
        final int due;
        final long amount;
        long open;
        boolean isCancelled;

        Owed(String name, int issued, int due, long amount) {
            this.name = name;
            this.issued = issued;
            this.due = due;
            this.amount = amount;
            this.open = amount;
        }
    }

    static final class Source {
        final boolean isPayment;
        final String name;
        final int day;
        long left;
        boolean isGone;

        Source(boolean isPayment, String name, int day, long left) {
            this.isPayment = isPayment;
            this.name = name;
            this.day = day;
            this.left = left;
        }
    }

    private static final class Moved {
        final Source from;
        final Owed to;
        long amount;

        Moved(Source from, Owed to, long amount) {
            this.from = from;
            this.to = to;
            this.amount = amount;
        }
    }

    void owe(Owed item) {
        items.add(item);
    }

    void credit(Source source) {
        sources.add(source);
    }

    void use(int day) {
        for (Source source : creditsInOrder()) {
            for (Owed item : inOrder()) {
                if (source.day <= day && item.issued <= day) {
                    long amount = Math.min(source.left, item.open);
                    source.left -= amount;
                    move(source, item, amount);
                }
            }
        }
    }

    /// Every amount from the whole down is tried until one and its duty fit into what is there.
    void pay(String name, long tendered, int day, boolean isCash, List<String> named) {
        use(day);
        Source payment = new Source(true, name, day, 0);
        sources.add(payment);
        List<Owed> order = new ArrayList<>();
        named.forEach(of -> items.stream().filter(item -> item.name.equals(of)).forEach(order::add));
        inOrder().stream()
                .filter(item -> !order.contains(item) && item.issued <= day)
                .forEach(order::add);
        long left = tendered;
        boolean isStuck = false;
        for (Owed item : order) {
            if (!isStuck && item.open > 0) {
                long amount = item.open;
                while (amount + duty(amount, isCash) > left) {
                    amount--;
                    isStuck = true;
                }
                left -= amount + duty(amount, isCash);
                move(payment, item, amount);
            }
        }
        payment.left = left;
    }

    static long duty(long amount, boolean isCash) {
        return isCash ? (amount + 200) / 400 : 0;
    }

    private void move(Source from, Owed to, long amount) {
        if (amount > 0) {
            to.open -= amount;
            moves.add(new Moved(from, to, amount));
        }
    }

    void cancel(String name) {
        for (Moved move : moves) {
            if (move.to.name.equals(name)) {
                move.from.left += move.amount;
                move.to.open += move.amount;
                move.amount = 0;
            }
        }
        items.stream().filter(item -> item.name.equals(name)).forEach(item -> {
            item.open = 0;
            item.isCancelled = true;
        });
        takeAway(name);
    }

    /// A payment that bounced, or a bill below zero that was cancelled: its money is gone wherever it went.
    void takeAway(String name) {
        for (Moved move : moves) {
            if (move.from.name.equals(name)) {
                move.to.open += move.amount;
                move.amount = 0;
            }
        }
        sources.stream().filter(source -> source.name.equals(name)).forEach(source -> {
            source.left = 0;
            source.isGone = true;
        });
    }

    private List<Owed> inOrder() {
        return items.stream()
                .filter(item -> !item.isCancelled)
                .sorted(Comparator.<Owed>comparingInt(item -> item.due)
                        .thenComparingInt(item -> item.issued)
                        .thenComparing(item -> item.name))
                .toList();
    }

    private List<Source> creditsInOrder() {
        return sources.stream()
                .filter(source -> !source.isGone)
                .sorted(Comparator.<Source>comparingInt(source -> source.day)
                        .thenComparing(source -> source.isPayment)
                        .thenComparing(source -> source.name))
                .toList();
    }
}
