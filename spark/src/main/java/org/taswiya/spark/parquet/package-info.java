/// Parquet files, written column by column.
///
/// A [Table] is a schema, stated as SQL in a file beside the class that writes it, with a comment on every column. A
/// [TableWriter] writes rows of it: a [Column] takes values, a [Group] stands for a list or a part that may be absent.
/// [WholeFile] lets a file appear only when it is complete.
///
/// Spark's own writer wants each row as an object of its own, which it takes apart again. Here a value goes from the
/// record to its column, which is several times faster, and the bytes depend on the rows alone.
///
/// Words: a *repetition* says at which depth of lists a value goes on, zero for the first value of a row; see the
/// description of the Parquet format.
///
/// Invariants: the same rows give the same bytes; a file under its own name is complete.
///
/// Not here: what is in the rows (input, billing).
@NullMarked
package org.taswiya.spark.parquet;

import org.jspecify.annotations.NullMarked;
