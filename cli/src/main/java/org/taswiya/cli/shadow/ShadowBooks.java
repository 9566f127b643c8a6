package org.taswiya.cli.shadow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;

/// The books in use that a shadow run replaces, and what it puts in their place.
///
/// @param pairs in the order of the command line
record ShadowBooks(List<Pair> pairs) {

    /// @param named the new book as the command line names it
    record Pair(Tariff old, Tariff renewed, String named) {}

    ShadowBooks {
        pairs = List.copyOf(pairs);
    }

    /// @param options each `OLD=NEW`
    /// @throws IllegalArgumentException with what is wrong with one of them
    static ShadowBooks of(List<String> options, TariffLibrary library) {
        List<Pair> pairs = new ArrayList<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw new IllegalArgumentException("--tariff is '" + option + "'; expected OLD=NEW");
            }
            String named = option.substring(equals + 1);
            Pair pair = new Pair(tariff(option.substring(0, equals), library), tariff(named, library), named);
            requireStandIn(pair);
            for (Pair other : pairs) {
                if (other.old().id().equals(pair.old().id())) {
                    throw new IllegalArgumentException(
                            "--tariff replaces " + pair.old().id() + " twice");
                }
            }
            pairs.add(pair);
        }
        return new ShadowBooks(pairs);
    }

    private static Tariff tariff(String name, TariffLibrary library) {
        return switch (library.read(name).orElse(null)) {
            case null ->
                throw new IllegalArgumentException("'" + name + "' is no price book; expected an id such as"
                        + " casablanca/electricity-household, or the path of a book");
            case RefusedBook refused ->
                throw new IllegalArgumentException("the price book " + name + " has faults, first "
                        + refused.findings().getFirst());
            case TariffBook book -> book.tariff();
        };
    }

    private static void requireStandIn(Pair pair) {
        if (!pair.renewed().canStandInFor(pair.old())) {
            throw new IllegalArgumentException(
                    pair.named() + " cannot stand in for " + pair.old().id() + ": it prices "
                            + pair.renewed().inWords() + ", not " + pair.old().inWords());
        }
    }

    /// What bills with the id of a book in use.
    Map<String, Tariff> instead() {
        Map<String, Tariff> instead = new TreeMap<>();
        pairs.forEach(pair -> instead.put(pair.old().id(), pair.renewed()));
        return instead;
    }

    /// The usage of a month that a block of a book in use is for, as the version of a day publishes it; empty where it
    /// has no such block.
    String usageOfBlock(String tariff, int block, LocalDate day) {
        for (Pair pair : pairs) {
            if (pair.old().id().equals(tariff)) {
                return pair.old().versionOn(day).stream()
                        .flatMap(version -> version.components().stream())
                        .filter(BlockCharge.class::isInstance)
                        .map(BlockCharge.class::cast)
                        .findFirst()
                        .map(charge -> usageOfBlock(charge, block))
                        .orElse("");
            }
        }
        return "";
    }

    private static String usageOfBlock(BlockCharge charge, int block) {
        List<BlockTier> tiers = charge.tiers();
        if (block < 1 || block > tiers.size() || !charge.rule().isMonthly()) {
            return "";
        }
        Decimal below = block == 1 ? null : tiers.get(block - 2).upTo();
        Decimal upTo = tiers.get(block - 1).upTo();
        return (below == null ? "" : "over " + below + " ")
                + (upTo == null ? "" : "to " + upTo + " ")
                + charge.unit().symbol();
    }
}
