/// The billing run on a cluster: ranges of accounts in, bills with their numbers out.
///
/// A [SparkRun] bills every range of a cycle in a task of its own, which calls the same
/// [org.taswiya.run.BilledAccount] as the run on one machine; counts the bills; and numbers them. A [RangeBilling]
/// bills one range into files ([BillWriter], tables `bills.sql`, `rates.sql` and `withheld.sql`); [NumberedFile] adds
/// the numbers. [Terms] is what every executor has to know, as text; [Rules] is what it reads them as.
///
/// Words: a *range* is some accounts that follow each other, with one file of its own in every folder; *staged* is a
/// file of bills that have no numbers yet.
///
/// Invariants: a file is complete or not there; a range whose file is there is not billed again; the same input gives
/// the same bytes, however often and wherever the run was killed. Number = last number before the run + bills of all
/// ranges before + rank within the range: no gap, no double.
///
/// Not here: what a bill comes to (core), what is withheld and why (run), how inputs are read (input).
@NullMarked
package org.taswiya.spark.billing;

import org.jspecify.annotations.NullMarked;
