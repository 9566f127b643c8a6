/// Applications for new connections, from the first paper to the agreement that begins.
///
/// [ApplicationDecisions] is what people write down, [ApplicationConnect] how a service is connected,
/// [ApplicationLapse] what becomes of quotes that nobody paid; [Applications] is what there is.
///
/// Words: those of [org.taswiya.core.connection].
///
/// Invariants: each step is one transaction and one row that never changes, with its day, author and note; steps of all
/// applications are written one after the other, so that two never follow the same one; an application that ends before
/// its works are ordered leaves nothing owed, and what was paid is the customer's credit.
///
/// Not here: which step may follow (core), the agreement itself (`agreement`), payments (`receivables`).
@NullMarked
package org.taswiya.store.connection;

import org.jspecify.annotations.NullMarked;
