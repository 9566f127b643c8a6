/// The command that bills everybody by other price books, on paper.
///
/// Who would pay more, who less, by how much, by class and service: [ShadowBooks] says which books stand for which,
/// [ShadowText] and [ShadowJson] tell what came of it, [ShadowFile] has a row for each account.
///
/// Invariants: nothing is written to the books.
///
/// Not here: how it is computed (run).
@NullMarked
package org.taswiya.cli.shadow;

import org.jspecify.annotations.NullMarked;
