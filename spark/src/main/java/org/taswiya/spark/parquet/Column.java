package org.taswiya.spark.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;
import org.jspecify.annotations.Nullable;

/// Takes the values of one column, one for every slot of its group.
public abstract class Column {
    private final ColumnDescriptor descriptor;
    private final Group group;

    /// What each slot has, where a value may be missing; null where the group says it.
    private final @Nullable Levels own;

    private final Chunk chunk = new Chunk();

    Column(Group group, ColumnDescriptor descriptor) {
        this.descriptor = descriptor;
        this.group = group;
        int most = descriptor.getMaxDefinitionLevel();
        this.own = most > group.present() ? new Levels(most) : null;
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    Chunk chunk() {
        return chunk;
    }

    /// A value comes.
    final void used() {
        if (own != null) {
            own.add(descriptor.getMaxDefinitionLevel());
        }
    }

    /// No value where one may be missing.
    public final void none() {
        if (own == null) {
            throw new IllegalStateException(this + " needs a value");
        }
        own.add(descriptor.getMaxDefinitionLevel() - 1);
    }

    /// No value, because something around it is missing.
    final void none(int level) {
        if (own != null) {
            own.add(level);
        }
    }

    /// Makes a page of the values since the last one.
    final void endPage(Compressor compressor) throws IOException {
        requireAll();
        Bytes page = compressor.page();
        page.put(group.repetitions().array(), group.repetitions().size());
        if (own == null) {
            page.put(group.definitions().array(), group.definitions().size());
        } else {
            own.pack(page);
            own.clear();
        }
        Encoding encoding = values() == 0 ? Encoding.PLAIN : pack(page);
        chunk.add(compressor, group.slots(), encoding);
    }

    private void requireAll() {
        boolean isWhole = own == null ? values() == group.used() : own.size() == group.slots();
        if (!isWhole) {
            throw new IllegalStateException(this + " has " + values() + " values for " + group.slots() + " slots");
        }
    }

    /// Completes the chunk: the dictionary, if there is one.
    abstract void endChunk(Compressor compressor) throws IOException;

    /// How many values wait for their page.
    abstract int values();

    /// Puts the waiting values into the page, at least one.
    abstract Encoding pack(Bytes page);

    /// The least and the greatest value of the chunk, where somebody may look for them; begins anew.
    @Nullable Statistics takeStatistics() {
        return null;
    }

    /// Whether a row has one value, so that rows may be looked for by it.
    final boolean isOfRow() {
        return descriptor.getMaxRepetitionLevel() == 0;
    }

    /// Memory that stays until the chunk is complete.
    int dictionaryBytes() {
        return 0;
    }

    @Override
    public String toString() {
        return "Column " + String.join(".", descriptor.getPath());
    }
}
