package org.taswiya.spark.parquet;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;

/// Some columns that belong together: a whole row, the elements of a list, a part that may be absent.
public final class Group {
    private final RowBuffer writer;
    private final String[] path;
    private final List<Column> within;

    /// The level at which it is there: an element of the list, the part.
    private final int present;

    private final int following;

    private Group(RowBuffer writer, String[] path, int depth) {
        this.writer = writer;
        this.path = path;
        MessageType message = writer.table().message();
        String[] repeated = Arrays.copyOf(path, depth);
        this.present = depth == 0 ? 0 : message.getMaxDefinitionLevel(repeated);
        this.following = depth == 0 ? 0 : message.getMaxRepetitionLevel(repeated);
        this.within = writer.columns().stream()
                .filter(column -> Arrays.equals(path, Arrays.copyOf(column.path(), path.length)))
                .toList();
        if (within.isEmpty()) {
            throw new IllegalArgumentException("The table has no columns " + String.join(".", path));
        }
    }

    static Group row(RowBuffer writer) {
        return new Group(writer, new String[0], 0);
    }

    /// The column of that name.
    public Column column(String name) {
        String[] wanted = below(name);
        return within.stream()
                .filter(column -> Arrays.equals(wanted, column.path()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The table has no column " + String.join(".", wanted)));
    }

    /// The part of that name.
    public Group part(String name) {
        return new Group(writer, below(name), path.length + 1);
    }

    /// The elements of the list of that name.
    public Group list(String name) {
        return new Group(writer, below(name, "list", "element"), path.length + 2);
    }

    /// Writes one element of a list.
    public interface ElementWriter<T> {
        void write(int repetition, T element);
    }

    /// Writes the elements of a list.
    ///
    /// @param first the repetition of what the list belongs to
    public <T> void each(int first, Collection<T> elements, ElementWriter<? super T> writing) {
        if (elements.isEmpty()) {
            empty(first);
            return;
        }
        int repetition = first;
        for (T element : elements) {
            writing.write(repetition, element);
            repetition = following;
        }
    }

    /// The repetition of an element that follows another one.
    public int following() {
        return following;
    }

    /// The list has no elements.
    public void empty(int repetition) {
        none(repetition, present - 1);
    }

    /// The list is not known at all.
    public void unknown(int repetition) {
        none(repetition, present - 2);
    }

    /// The part is absent.
    public void absent(int repetition) {
        none(repetition, present - 1);
    }

    private void none(int repetition, int level) {
        for (Column column : within) {
            column.none(repetition, level);
        }
    }

    private String[] below(String... names) {
        return Stream.concat(Arrays.stream(path), Arrays.stream(names)).toArray(String[]::new);
    }
}
