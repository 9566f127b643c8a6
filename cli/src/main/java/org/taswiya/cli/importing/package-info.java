/// Commands that bring files and feeds into the books, and that show a feed.
///
/// An import is a job that can be killed: `import` begins one or goes on with it, `import resume` goes on with what
/// was left, `import list` says what came. `feed show` reads a feed of intervals and keeps nothing.
///
/// Invariants: what was not taken comes back in a file, row by row, with its reason.
///
/// Not here: how rows are read (intake), what becomes of them (run).
@NullMarked
package org.taswiya.cli.importing;

import org.jspecify.annotations.NullMarked;
