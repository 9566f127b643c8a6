package org.taswiya.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// Who pays more under new books, and by how much.
///
/// @param accounts that were looked at
/// @param all every bill that was compared
/// @param byAccount the same counted by account: what one of its bills saves may pay for another
/// @param byTariff by the book in use
/// @param bins of every bill by its difference, from what falls most to what rises most, empty ones too
/// @param hardest the accounts whose bills together rise most, the hardest hit first
/// @param eased the accounts whose bills together fall most, the most eased first
/// @param others bills of books that no new one replaces; before and after are the same
/// @param caused agreements that have a bill under the books in use and would be held or fail under the new ones, by
///     reason; those held by a check are compared all the same
/// @param withheld agreements that have no bill under the books in use, by reason
/// @param failed how many agreements failed, under the books in use or under the new ones
public record ShadowReport(
        long accounts,
        ShadowSums all,
        ShadowSums byAccount,
        SortedMap<String, ShadowSums> byClass,
        SortedMap<Supply, ShadowSums> byTariff,
        SortedMap<Block, ShadowSums> byBlock,
        List<Bin> bins,
        List<HardHit> hardest,
        List<HardHit> eased,
        ShadowSums others,
        SortedMap<String, Long> caused,
        SortedMap<String, Long> withheld,
        long failed) {

    public ShadowReport {
        byClass = Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
        byTariff = Collections.unmodifiableSortedMap(new TreeMap<>(byTariff));
        byBlock = Collections.unmodifiableSortedMap(new TreeMap<>(byBlock));
        bins = List.copyOf(bins);
        hardest = List.copyOf(hardest);
        eased = List.copyOf(eased);
        caused = Collections.unmodifiableSortedMap(new TreeMap<>(caused));
        withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
    }

    /// A service under one tariff.
    public record Supply(String service, String tariff) implements Comparable<Supply> {
        @Override
        public int compareTo(Supply other) {
            int byService = service.compareTo(other.service);
            return byService != 0 ? byService : tariff.compareTo(other.tariff);
        }
    }

    /// A block of a tariff in use.
    ///
    /// @param number from one; zero where the tariff has no blocks
    public record Block(String tariff, int number) implements Comparable<Block> {
        @Override
        public int compareTo(Block other) {
            int byTariff = tariff.compareTo(other.tariff);
            return byTariff != 0 ? byTariff : Integer.compare(number, other.number);
        }
    }

    /// Bills whose difference lies between two bounds. Both bounds are zero or more; which way it goes is said apart.
    ///
    /// @param direction above zero for those who pay more, below for less, zero for the same
    /// @param over the difference is larger than this
    /// @param upTo and not larger than this; null for the open end
    /// @param sum of the differences
    public record Bin(int direction, Money over, @Nullable Money upTo, long bills, Money sum) {}

    /// An account that pays more, or less.
    ///
    /// @param bills how many of its bills were compared
    public record HardHit(String account, String customerClass, int bills, Money before, Money after) {
        public Money difference() {
            return after.minus(before);
        }
    }
}
