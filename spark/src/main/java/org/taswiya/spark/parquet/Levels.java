package org.taswiya.spark.parquet;

/// The levels of the slots of a group or of a column, as a page begins with them.
final class Levels {
    private final int most;
    private final Numbers levels = new Numbers();

    /// @param most the highest level; zero where there is nothing to say
    Levels(int most) {
        this.most = most;
    }

    void add(int level) {
        levels.add(level);
    }

    int size() {
        return levels.size();
    }

    void clear() {
        levels.clear();
    }

    /// Their packed form, with its length before it; nothing where every level is zero.
    void pack(Bytes to) {
        if (most == 0) {
            return;
        }
        int start = to.size();
        to.putInt(0);
        levels.pack(Numbers.bits(most), to);
        to.putInt(start, to.size() - start - Integer.BYTES);
    }
}
