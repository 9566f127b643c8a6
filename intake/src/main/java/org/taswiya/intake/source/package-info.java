/// Bulk files of other systems, read by a mapping that the utility writes as data.
///
/// A [SourceMapping] says what one kind of file brings ([RecordKind]), how its bytes are text ([SourceForm]) and which
/// column holds which [SourceField]; [MappingParser] reads it from YAML. A [RowReader] walks through a file,
/// plain or gzip, row by row, in flat memory; a [RowParser] makes of each row a [SourceRow] of core's types, or a
/// [RefusedRow] with its line, its column, a [RowReason] and what was found.
///
/// Invariants: a row is accepted or refused, never changed or guessed; one bad row never stops the others; the same
/// bytes read from any place between two rows give the same rows; digits are understood in Latin, Arabic-Indic and
/// Persian form wherever a number, a date or a reference is expected.
///
/// Not here: whether what a row names is there (`org.taswiya.run.receiving`), and how feeds in a
/// standard form are read: [FeedRows] makes rows of their days.
@NullMarked
package org.taswiya.intake.source;

import org.jspecify.annotations.NullMarked;
