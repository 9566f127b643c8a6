package org.taswiya.spark.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Some columns that belong together: a whole row, the elements of a list, a part that may be absent.
///
/// Each has the levels of its slots, once for all of its columns. For every slot of a group, each list and part in it
/// is written, or said to be missing, exactly once.
public final class Group {
    private final RowBuffer writer;
    private final String[] path;
    private final @Nullable Group around;
    private final List<Group> groups = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    /// The level of a slot that is used.
    private final int present;

    /// The repetition of an element that follows another one of its list.
    private final int following;

    /// The repetition of the slot that is being written.
    private int repetition;

    private int used;
    private final Levels repetitionLevels;
    private final Levels definitionLevels;
    private final Bytes repetitions = new Bytes();
    private final Bytes definitions = new Bytes();

    private Group(RowBuffer writer, String[] path, @Nullable Group around) {
        this.writer = writer;
        this.path = path;
        this.around = around;
        MessageType message = writer.table().message();
        this.present = path.length == 0 ? 0 : message.getMaxDefinitionLevel(path);
        this.following = path.length == 0 ? 0 : message.getMaxRepetitionLevel(path);
        this.definitionLevels = new Levels(present);
        this.repetitionLevels = new Levels(following);
        writer.add(this);
    }

    static Group row(RowBuffer writer) {
        return new Group(writer, new String[0], null);
    }

    /// The part of that name.
    public Group part(String name) {
        return add(new Group(writer, below(name), this));
    }

    /// The elements of the list of that name.
    public Group list(String name) {
        return add(new Group(writer, below(name, "list", "element"), this));
    }

    private Group add(Group group) {
        groups.add(group);
        return group;
    }

    public BigColumn big(String name) {
        return column(name, descriptor -> new BigColumn(this, descriptor));
    }

    public WholeColumn whole(String name) {
        return column(name, descriptor -> new WholeColumn(this, descriptor));
    }

    public FlagColumn flag(String name) {
        return column(name, descriptor -> new FlagColumn(this, descriptor));
    }

    /// Texts that hardly any other row has.
    public TextColumn text(String name) {
        return column(name, descriptor -> new TextColumn(this, descriptor));
    }

    /// Texts that many rows have.
    public WordColumn word(String name) {
        return column(name, descriptor -> new WordColumn(this, descriptor));
    }

    public DecimalColumn decimal(String unscaled, String scale) {
        return new DecimalColumn(big(unscaled), whole(scale));
    }

    private <T extends Column> T column(String name, Function<ColumnDescriptor, T> making) {
        T column = making.apply(writer.table().message().getColumnDescription(below(name)));
        columns.add(column);
        writer.add(column);
        return column;
    }

    /// Writes the elements of a list.
    public <T> void each(Collection<T> elements, Consumer<? super T> writing) {
        if (elements.isEmpty()) {
            empty();
            return;
        }
        begin();
        for (T element : elements) {
            element();
            writing.accept(element);
        }
    }

    /// The list has elements.
    public void begin() {
        repetition = -1;
    }

    /// The next of them comes.
    public void element() {
        repetition = repetition < 0 ? outer() : following;
        use();
    }

    /// The list has no elements.
    public void empty() {
        // A list, then its element, which may be missing itself.
        missing(outer(), present - 2);
    }

    /// The list is not known at all.
    public void unknown() {
        missing(outer(), present - 3);
    }

    /// The part is there.
    public void there() {
        repetition = outer();
        use();
    }

    /// The part is absent.
    public void absent() {
        missing(outer(), present - 1);
    }

    /// A row is complete.
    void endRow() {
        use();
    }

    private void use() {
        repetitionLevels.add(repetition);
        definitionLevels.add(present);
        used++;
    }

    private void missing(int at, int level) {
        repetitionLevels.add(at);
        definitionLevels.add(level);
        for (Column column : columns) {
            column.none(level);
        }
        for (Group group : groups) {
            group.missing(at, level);
        }
    }

    private int outer() {
        return around == null ? 0 : around.repetition;
    }

    /// Packs the levels, for all columns to begin their page with.
    void packLevels() {
        repetitionLevels.pack(repetitions);
        definitionLevels.pack(definitions);
    }

    void endPage() {
        repetitionLevels.clear();
        definitionLevels.clear();
        repetitions.clear();
        definitions.clear();
        used = 0;
    }

    int present() {
        return present;
    }

    /// How many slots the page has, and how many of them are used.
    int slots() {
        return definitionLevels.size();
    }

    int used() {
        return used;
    }

    Bytes repetitions() {
        return repetitions;
    }

    Bytes definitions() {
        return definitions;
    }

    private String[] below(String... names) {
        return Stream.concat(Arrays.stream(path), Arrays.stream(names)).toArray(String[]::new);
    }
}
