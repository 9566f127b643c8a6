/// Real consumption in: files of `meter,class,from,to,quantity`, plain or gzip, one row for each read or billed period.
///
/// A [HistoryFile] is read once from its first line to its last and hands out one [MeterHistory] after the other, so
/// that a file may be larger than memory. It expects what such files promise: the rows of a meter follow each other,
/// earliest first. A period that is missing has no row.
///
/// Invariants: a row is accepted or refused, never changed; every refusal has its line, its [RowFault] and what was
/// found, and is counted ([HistoryCount]); the periods of a meter never overlap.
///
/// Not here: what a quantity counts (the file does not say), and what is made of holes in a history.
@NullMarked
package org.taswiya.intake.history;

import org.jspecify.annotations.NullMarked;
