/// Many rows in or out at once, in PostgreSQL's binary COPY format.
///
/// A [CopyRows] gathers the rows of one table in memory as the bytes that PostgreSQL takes, and sends them in one COPY.
/// [CopiedRows] gives the rows of a query to somebody as they arrive; [Literals] writes the query's values into it.
/// They know the types that our tables use and no table.
///
/// Invariants: numbers are written exactly; a row has as many fields as columns were named, or it throws. Rows gathered
/// and not sent are lost, which is for the transaction around them to see to.
@NullMarked
package org.taswiya.store.copy;

import org.jspecify.annotations.NullMarked;
