/// The life of agreements: who moves in, out, or hands a service on, with who wrote it down, when and why.
///
/// [AgreementDecisions] is what people write down; [Agreements] what there is, and who took a service when;
/// [MoveOutRequests] what customers want to end, which waits for a person.
///
/// Invariants: of one usage point every day from the first occupant on belongs to one agreement or is vacant; an end is
/// written once and never moved; what an agreement owes stays with its account. Whoever begins is read on that day;
/// whoever ends is read or has said that nobody could.
///
/// Not here: what is forbidden (core `customer`), what is billed of it (`org.taswiya.store.input`).
@NullMarked
package org.taswiya.store.agreement;

import org.jspecify.annotations.NullMarked;
