package org.taswiya.core.quantity;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Amounts by the code of what they are for, in the order of the codes; never changed once made.
///
/// There are a handful of codes, and every bill makes several of these: two arrays are enough, amounts with the same
/// codes share the array of codes, and an amount is an object only when it is asked for.
@SuppressWarnings("JdkObsolete") // nobody walks amounts backwards, which is all that NavigableMap would add
public final class MoneyByCode extends AbstractMap<String, Money> implements SortedMap<String, Money> {

    public static final MoneyByCode EMPTY = new MoneyByCode(new String[0], new long[0]);

    private final String[] codes;

    /// In minor units.
    private final long[] amounts;

    private MoneyByCode(String[] codes, long[] amounts) {
        this.codes = codes;
        this.amounts = amounts;
    }

    public static MoneyByCode copyOf(Map<String, Money> amounts) {
        if (amounts instanceof MoneyByCode same) {
            return same;
        }
        Sums sums = new Sums();
        amounts.forEach(sums::add);
        return sums.toMoneyByCode();
    }

    /// Amounts that are still being summed.
    public static final class Sums {
        private String[] codes = new String[4];
        private long[] amounts = new long[4];
        private int count;

        /// Nothing so far.
        public Sums() {}

        public void add(String code, Money amount) {
            int i = count;
            while (i > 0) {
                int order = codes[i - 1].compareTo(code);
                if (order == 0) {
                    amounts[i - 1] = Math.addExact(amounts[i - 1], amount.minorUnits());
                    return;
                }
                if (order < 0) {
                    break;
                }
                i--;
            }
            insert(i, code, amount);
        }

        private void insert(int index, String code, Money amount) {
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, 2 * count);
                amounts = Arrays.copyOf(amounts, 2 * count);
            }
            System.arraycopy(codes, index, codes, index + 1, count - index);
            System.arraycopy(amounts, index, amounts, index + 1, count - index);
            codes[index] = code;
            amounts[index] = amount.minorUnits();
            count++;
        }

        /// The sums so far.
        public MoneyByCode toMoneyByCode() {
            return count == 0 ? EMPTY : new MoneyByCode(Arrays.copyOf(codes, count), Arrays.copyOf(amounts, count));
        }
    }

    /// All amounts together.
    public Money sum() {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return Money.ofMinor(sum);
    }

    /// Whether every amount is zero.
    public boolean isZero() {
        for (long amount : amounts) {
            if (amount != 0) {
                return false;
            }
        }
        return true;
    }

    /// The sum for every code that either has.
    public MoneyByCode plus(MoneyByCode other) {
        if (other.codes.length == 0) {
            return this;
        }
        if (codes.length == 0) {
            return other;
        }
        if (!hasCodesOf(other)) {
            return merged(other);
        }
        long[] sums = new long[codes.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(amounts[i], other.amounts[i]);
        }
        return new MoneyByCode(codes, sums);
    }

    /// The difference for every code that either has.
    public MoneyByCode minus(MoneyByCode other) {
        if (other.codes.length == 0) {
            return this;
        }
        if (!hasCodesOf(other)) {
            return plus(other.each(Money::negated));
        }
        long[] differences = new long[codes.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.subtractExact(amounts[i], other.amounts[i]);
        }
        return new MoneyByCode(codes, differences);
    }

    private boolean hasCodesOf(MoneyByCode other) {
        return Arrays.equals(codes, other.codes);
    }

    private MoneyByCode merged(MoneyByCode other) {
        Sums sums = new Sums();
        forEach(sums::add);
        other.forEach(sums::add);
        return sums.toMoneyByCode();
    }

    /// Every amount changed alone.
    public MoneyByCode each(UnaryOperator<Money> change) {
        long[] changed = new long[amounts.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.apply(Money.ofMinor(amounts[i])).minorUnits();
        }
        return new MoneyByCode(codes, changed);
    }

    /// Nothing for each of the codes.
    public MoneyByCode zeroed() {
        return new MoneyByCode(codes, new long[codes.length]);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public @Nullable Money get(@Nullable Object code) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].equals(code)) {
                return Money.ofMinor(amounts[i]);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object code) {
        return get(code) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Money> action) {
        for (int i = 0; i < codes.length; i++) {
            action.accept(codes[i], Money.ofMinor(amounts[i]));
        }
    }

    @Override
    public Set<Map.Entry<String, Money>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Money>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return codes.length;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Money>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < codes.length;
        }

        @Override
        public Map.Entry<String, Money> next() {
            if (next == codes.length) {
                throw new NoSuchElementException("There are " + next + " codes");
            }
            return Map.entry(codes[next], Money.ofMinor(amounts[next++]));
        }
    }

    /// The order of the text itself.
    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public String firstKey() {
        return tree().firstKey();
    }

    @Override
    public String lastKey() {
        return tree().lastKey();
    }

    @Override
    public SortedMap<String, Money> subMap(String from, String to) {
        return tree().subMap(from, to);
    }

    @Override
    public SortedMap<String, Money> headMap(String to) {
        return tree().headMap(to);
    }

    @Override
    public SortedMap<String, Money> tailMap(String from) {
        return tree().tailMap(from);
    }

    private SortedMap<String, Money> tree() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this));
    }
}
