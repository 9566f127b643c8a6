/// What a run bills, as rows: one for each customer account, holding everything that its bills,
/// and whether they leave, depend on.
///
/// [AccountWriter] writes an account as a row, [AccountReader] makes accounts of the columns again; the table is stated
/// in `accounts.sql`. [BooksReader] reads the accounts of a cycle from the PostgreSQL of a home, range by range. What
/// they have in common, a [CycleFile] says once beside them.
///
/// Words: a *range* is some accounts that follow each other in the order of their references; one file holds one range
/// and one task bills it.
///
/// Invariants: what was written reads back as the equal record, to the last digit: money is whole minor units, every
/// decimal a whole number and its scale, every day a date. Files in the order of their names, and rows in the order of
/// a file, are in the order of the references of accounts: texts compared byte by byte.
///
/// Not here: what is done with an account (billing); what a query of the books looks like (store).
@NullMarked
package org.taswiya.spark.input;

import org.jspecify.annotations.NullMarked;
