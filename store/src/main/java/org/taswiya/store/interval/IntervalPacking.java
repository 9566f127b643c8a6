package org.taswiya.store.interval;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalJoin;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.store.Rows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.interval.StandingIntervals.Block;

/// Writes a month of a usage point that came in many rows as one, and removes those that say nothing else.
public final class IntervalPacking {
    private final Connection connection;
    private final DateRange month;
    private final ChangeNumber change;
    private final IntervalBlocks packed = new IntervalBlocks();
    private final List<Gone> gone = new ArrayList<>();

    private record Gone(String point, LocalDate from, long change) {}

    /// The change that packs, written down when there is something to pack.
    public interface ChangeNumber {
        long get() throws SQLException;
    }

    /// How many rows became how many.
    public record Packed(int rows, int into) {}

    private IntervalPacking(Connection connection, DateRange month, ChangeNumber change) {
        this.connection = connection;
        this.month = month;
        this.change = change;
    }

    /// Usage points of which a month is in several rows, in their order.
    ///
    /// @param after a point beyond which to look; empty for the first
    public static List<String> points(Connection connection, DateRange month, String after, int most)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select usage_point from interval_block
                where usage_point > ? and from_day >= ? and from_day < ?
                group by usage_point having count(*) > 1
                order by usage_point limit ?""")) {
            query.setString(1, after);
            query.setObject(2, month.from());
            query.setObject(3, month.to());
            query.setInt(4, most);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// Packs a month of some points in the running transaction.
    ///
    /// @param change that says who packs
    public static Packed pack(Connection connection, Collection<String> points, DateRange month, ChangeNumber change)
            throws SQLException {
        IntervalPacking packing = new IntervalPacking(connection, month, change);
        int into = 0;
        Map<String, StandingIntervals> standing = new TreeMap<>(IntervalBlocks.standing(connection, points, month));
        for (Map.Entry<String, StandingIntervals> of : standing.entrySet()) {
            into += packing.pack(of.getKey(), of.getValue()) ? 1 : 0;
        }
        packing.packed.write(connection);
        packing.remove();
        return new Packed(packing.gone.size(), into);
    }

    private boolean pack(String point, StandingIntervals standing) throws SQLException {
        IntervalSeries whole;
        try {
            whole = standing.over(standing.hull()).orElseThrow();
        } catch (MixedIntervals _) {
            return false; // A month in two kinds of intervals stays in its rows.
        }
        List<Block> same = standing.blocks().stream()
                .filter(block -> saysNothingElse(block.series(), whole))
                .toList();
        if (same.size() < 2) {
            return false;
        }
        SortedSet<Long> brought = new TreeSet<>();
        for (Block block : same) {
            brought.addAll(block.brought().isEmpty() ? List.of(block.change()) : block.brought());
            gone.add(new Gone(point, block.series().days().from(), block.change()));
        }
        packed.add(point, whole, change.get(), List.copyOf(brought));
        return true;
    }

    /// Whether all that a row knows stands as it says it; what it does not know it does not say.
    private static boolean saysNothingElse(IntervalSeries part, IntervalSeries whole) {
        return IntervalJoin.of(whole.over(part.days()), part, false)
                        instanceof IntervalJoin.Joined(IntervalSeries _, int changed, int outranked, int differing)
                && changed + outranked + differing == 0;
    }

    private void remove() throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        String points = Literals.texts(gone.stream().map(Gone::point).toList());
        String days = Literals.dates(gone.stream().map(Gone::from).toList());
        String changes = Literals.longs(gone.stream().map(Gone::change).toList());
        String statement =
                """
                delete from interval_block b using unnest({points}, {days}, {changes}) as g (point, from_day, change)
                where b.usage_point = g.point and b.from_day = g.from_day and b.change = g.change
                """.replace("{points}", points).replace("{days}", days).replace("{changes}", changes);
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            int removed = delete.executeUpdate();
            if (removed != gone.size()) {
                throw new IllegalStateException(
                        "removed " + removed + " rows of " + gone.size() + " of the month " + month);
            }
        }
    }
}
