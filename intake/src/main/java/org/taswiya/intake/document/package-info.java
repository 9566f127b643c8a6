/// Bill documents in: what a document states, and the input from which its bill can be made again.
///
/// A [StatedBill][org.taswiya.intake.document.StatedBill] is a document as it was found: its content as it was written,
/// and the parts of it that billing takes as input in core's types. Nothing in it is trusted: what it claims is
/// compared with what billing its inputs again comes to.
///
/// Invariants: a document of another format is refused before anything else is read; inputs are complete and within
/// limits, or refused with the path of the field; what was written comes back as the same core values.
///
/// Not here: how a document is written and sealed (`deliver`), and what is said about one that differs (`cli`).
@NullMarked
package org.taswiya.intake.document;

import org.jspecify.annotations.NullMarked;
