package org.taswiya.spark.parquet;

import java.time.LocalDate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/// Takes the values of one column, row after row. Every method is given the value's repetition.
public final class Column {
    private final ColumnDescriptor descriptor;
    private final Texts texts;
    private final int defined;
    private ColumnWriter writer;

    Column(ColumnDescriptor descriptor, ColumnWriteStore store, Texts texts) {
        this.descriptor = descriptor;
        this.texts = texts;
        this.defined = descriptor.getMaxDefinitionLevel();
        this.writer = store.getColumnWriter(descriptor);
    }

    /// Goes on in the next group of rows.
    void moveTo(ColumnWriteStore store) {
        writer = store.getColumnWriter(descriptor);
    }

    String[] path() {
        return descriptor.getPath();
    }

    public void big(int repetition, long value) {
        writer.write(value, repetition, defined);
    }

    public void whole(int repetition, int value) {
        writer.write(value, repetition, defined);
    }

    public void flag(int repetition, boolean value) {
        writer.write(value, repetition, defined);
    }

    public void day(int repetition, LocalDate day) {
        writer.write(Math.toIntExact(day.toEpochDay()), repetition, defined);
    }

    /// A text that hardly any other row has.
    public void text(int repetition, String value) {
        writer.write(Binary.fromString(value), repetition, defined);
    }

    /// A text that many rows have.
    public void word(int repetition, String value) {
        writer.write(texts.of(value), repetition, defined);
    }

    /// No value where one may be missing.
    public void none(int repetition) {
        writer.writeNull(repetition, defined - 1);
    }

    /// No value, because something around it is missing.
    void none(int repetition, int present) {
        writer.writeNull(repetition, present);
    }
}
