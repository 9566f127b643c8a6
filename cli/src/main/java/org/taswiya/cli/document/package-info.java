/// Commands on bill documents alone: anyone can recompute a bill, and have it explained.
///
/// `verify` recomputes documents from the inputs that they hold, without any books; `explain` tells one in words,
/// amount by amount. [DocumentCheck] says of a document what of it does not follow from its inputs.
///
/// Invariants: nothing but the document and the price books is asked; what is not recomputed is not called good.
///
/// Not here: how documents are written (deliver).
@NullMarked
package org.taswiya.cli.document;

import org.jspecify.annotations.NullMarked;
