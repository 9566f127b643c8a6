/// Parquet files, written column by column.
///
/// A [Table] is a schema, stated as SQL in a file beside the class that writes it, with a comment on every column. A
/// [TableWriter] writes rows of it: a [Group] stands for the row, a list or a part that may be absent, and its columns
/// take the values ([BigColumn], [WholeColumn], [FlagColumn], [TextColumn], [WordColumn]). [WidenedFile] adds columns
/// to a file. [WholeFile] lets a file appear only when it is complete. An [UnreadableFile] is one whose bytes make no
/// sense.
///
/// Written here, down to the page, for two reasons. The library's writer takes each value by itself through half a
/// dozen objects, with the levels of its list; here a value goes from the record into an array, levels are counted once
/// for all columns of a list, and pages are made in plain loops. And its files end in a set whose order changes with
/// every start of Java; ours have the same bytes for the same rows.
///
/// Words, from the description of the Parquet format: a *group* of rows is written at once; a column of it is a *chunk*
/// of *pages*; a *level* says to which list a value belongs and how much of what is around it is there; a *slot* is one
/// place for a value, used or not.
///
/// Invariants: the same rows give the same bytes; a file under its own name is complete.
///
/// Not here: reading, which is Spark's; what is in the rows (input, billing).
@NullMarked
package org.taswiya.spark.parquet;

import org.jspecify.annotations.NullMarked;
