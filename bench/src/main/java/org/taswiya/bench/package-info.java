/// Measures how fast bills are made, beside a floor and a rival, in one run on one machine.
///
/// The **floor** is the same bytes read and written by plain binary COPY with nothing computed. The **rival** makes the
/// same estimated and settled bills in the same PostgreSQL by statements on sets, and its totals must equal ours to the
/// centime, bill by bill. What is measured is what a utility runs: [org.taswiya.run.BillingRun] on the tables of
/// `store`, durable, with the ledger. Nothing here is used by the product, and nothing here judges: it measures.
///
/// Words: a **town** is the made-up population, one agreement an account; the **gap** is the three months in which
/// nobody reads.
@NullMarked
package org.taswiya.bench;

import org.jspecify.annotations.NullMarked;
