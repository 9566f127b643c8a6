package org.taswiya.store.shadow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// A shadow run as it is kept.
///
/// @param number zero before it is kept
/// @param accounts that were looked at
/// @param failed agreements that failed, by the books in use or by the others
/// @param books in the order of the tariffs in use
/// @param bins from what falls most to what rises most, empty ones too
/// @param dearer accounts that would pay more, the hardest hit first
/// @param cheaper accounts that would pay less, the most eased first
/// @param author who kept it
public record StoredShadow(
        long number,
        LocalDate billTo,
        LocalDate billedOn,
        long accounts,
        long failed,
        List<Book> books,
        List<Sum> sums,
        List<Bin> bins,
        List<Hit> dearer,
        List<Hit> cheaper,
        List<Left> left,
        String author,
        String why,
        Instant at) {

    public StoredShadow {
        books = List.copyOf(books);
        sums = List.copyOf(sums);
        bins = List.copyOf(bins);
        dearer = List.copyOf(dearer);
        cheaper = List.copyOf(cheaper);
        left = List.copyOf(left);
    }

    /// What is summed up.
    public enum Part {
        /// All bills that were compared.
        ALL,
        /// The same by account: what one bill of it saves may pay for another.
        ACCOUNT,
        /// Bills of a class of customers.
        CLASS,
        /// Bills by a tariff in use.
        TARIFF,
        /// Bills that reach a block of a tariff in use.
        BLOCK,
        /// Bills of books that nothing stood in for.
        OTHER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part ofCode(String code) {
            return Arrays.stream(values())
                    .filter(part -> part.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// @param named what stood in, as somebody named it
    /// @param digest of what that charges
    public record Book(String tariff, String named, String digest) {}

    /// @param name of the class or tariff; empty for all
    /// @param block that was reached; zero for none
    /// @param service of the tariff; empty where it is not said
    public record Sum(
            Part part,
            String name,
            int block,
            String service,
            long bills,
            Money before,
            Money after,
            long more,
            Money moreBy,
            long less,
            Money lessBy) {
        public Money difference() {
            return after.minus(before);
        }

        public long same() {
            return bills - more - less;
        }
    }

    /// @param direction above zero for those who would pay more, below for less, zero for the same
    /// @param above the difference is larger than this
    /// @param upTo and not larger than this; null for the open end
    public record Bin(int direction, Money above, @Nullable Money upTo, long bills, Money difference) {}

    /// What the bills of an account together come to.
    public record Hit(String account, String customerClass, int bills, Money before, Money after) {
        public Money difference() {
            return after.minus(before);
        }
    }

    /// Agreements that were not compared, or would be held.
    ///
    /// @param isCaused by the other books alone
    public record Left(boolean isCaused, String reason, long agreements) {}

    /// All bills that were compared.
    public Sum all() {
        return of(Part.ALL).getFirst();
    }

    public List<Sum> of(Part part) {
        return sums.stream().filter(sum -> sum.part() == part).toList();
    }
}
