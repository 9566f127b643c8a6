package org.taswiya.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax;

/// Writes the prices in force on a day into the rival's tables, from the same price books as ours.
final class RivalPrices {
    /// Above any volume that is billed.
    private static final long OPEN = 1_000_000_000_000L;

    private final Statement statement;
    private final Tariff tariff;
    private final TariffVersion version;
    private final LocalDate day;

    private RivalPrices(Statement statement, Tariff tariff, LocalDate day) {
        this.statement = statement;
        this.tariff = tariff;
        this.version = tariff.versionOn(day).orElseThrow();
        this.day = day;
    }

    static void write(Connection connection, List<Tariff> tariffs, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Tariff tariff : tariffs) {
                new RivalPrices(statement, tariff, day).write();
            }
        }
    }

    private void write() throws SQLException {
        int ordinal = 0;
        for (TariffComponent component : version.components()) {
            switch (component) {
                case BlockCharge blocks -> write(blocks, follower(blocks.code()));
                case FixedCharge fixed ->
                    insert("fixed", ++ordinal, fixed.code(), tenThousandths(perMonth(fixed)), vat(component));
                case VolumeCharge _ -> {} // written with the blocks that it follows
                case TariffComponent other -> throw new IllegalStateException("not priced here: " + other.code());
            }
        }
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof Tax.VolumeLevy levy) {
                write(levy.versions().stream()
                        .filter(of -> !of.from().isAfter(day))
                        .reduce((_, later) -> later)
                        .orElseThrow());
            }
        }
    }

    private static Decimal perMonth(FixedCharge fixed) {
        if (fixed.per() != ChargedPer.MONTH) {
            throw new IllegalStateException("not priced here: " + fixed.code());
        }
        return fixed.price();
    }

    private @Nullable VolumeCharge follower(String of) {
        for (TariffComponent component : version.components()) {
            if (component instanceof VolumeCharge volume && volume.follows().equals(of)) {
                return volume;
            }
        }
        return null;
    }

    private void write(BlockCharge blocks, @Nullable VolumeCharge follower) throws SQLException {
        if (!blocks.rule().isMonthly()) {
            throw new IllegalStateException("not priced here: " + blocks.code());
        }
        insert("component", blocks.code(), follower == null ? null : follower.code(), vat(blocks));
        long progressiveTo = 0;
        for (BlockTier tier : blocks.tiers()) {
            progressiveTo = tier.mode() == BlockMode.PROGRESSIVE ? bound(tier) : progressiveTo;
        }
        long lower = 0;
        for (int block = 1; block <= blocks.tiers().size(); block++) {
            BlockTier tier = blocks.tiers().get(block - 1);
            boolean selective = tier.mode() == BlockMode.SELECTIVE;
            long price = tenThousandths(tier.price());
            long joint = follower == null
                    ? price
                    : price + tenThousandths(follower.prices().get(block - 1));
            long above = block == 1 ? -1 : lower; // nothing used is the first block too
            long upTo = selective ? bound(tier) : progressiveTo;
            insert("block", block, lower, bound(tier), above, upTo, selective, price, joint);
            lower = bound(tier);
        }
    }

    private void write(Tax.LevyVersion levy) throws SQLException {
        long lower = 0;
        for (Tax.LevyTier tier : levy.tiers()) {
            long upper = tier.upTo() == null ? OPEN : whole(tier.upTo(), 0);
            long cap = levy.cap() == null ? OPEN : whole(levy.cap(), 2);
            insert("levy", whole(levy.exemptUpTo(), 0), lower, upper, whole(tier.rate(), 2), cap);
            lower = upper;
        }
    }

    private static long bound(BlockTier tier) {
        Decimal bound = tier.bound();
        return bound == null ? OPEN : whole(bound, 0);
    }

    private long vat(TariffComponent component) {
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof Tax.ValueAddedTax vat && vat.taxClass().equals(component.taxClass())) {
                Decimal rate = Decimal.ZERO;
                for (Tax.DatedRate dated : vat.rates()) {
                    rate = dated.from().isAfter(day) ? rate : dated.rate();
                }
                return whole(rate, 2);
            }
        }
        throw new IllegalStateException("no tax class " + component.taxClass());
    }

    private static long tenThousandths(Decimal price) {
        return whole(price, 4);
    }

    /// @throws ArithmeticException when it has more decimals
    private static long whole(Decimal value, int decimals) {
        return new BigDecimal(value.toString()).movePointRight(decimals).longValueExact();
    }

    private void insert(String table, @Nullable Object... values) throws SQLException {
        StringBuilder sql = new StringBuilder("insert into rival." + table + " values ('" + tariff.id() + "'");
        for (Object value : values) {
            sql.append(", ").append(value instanceof String text ? "'" + text + "'" : String.valueOf(value));
        }
        statement.execute(sql.append(")").toString());
    }
}
