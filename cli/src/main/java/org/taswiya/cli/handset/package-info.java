/// `taswiya handset`: the telephones on which readers take rounds along.
///
/// Each command shows or locks some; what that is, is decided in [org.taswiya.store.handset].
///
/// Words: a *handset* is a telephone of one reader's.
///
/// Invariants: no command shows a key.
///
/// Not here: who walks a round ([org.taswiya.cli.round]), who is a reader ([org.taswiya.cli.staff]).
@NullMarked
package org.taswiya.cli.handset;

import org.jspecify.annotations.NullMarked;
