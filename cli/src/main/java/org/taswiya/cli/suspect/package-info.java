/// Commands about readings that wait for a person.
///
/// `suspect list` ranks them by the money at risk and `suspect show` tells all that was found of one; `suspect
/// accept`, `suspect correct`, `suspect reread`, `suspect estimate` decide.
///
/// Words: a *suspect* is a value that came in and was doubted; it is no reading until a person says so.
///
/// Invariants: every decision has an author and a reason; what was sent stays as it was.
///
/// Not here: what is doubtful (core), limits (utilities).
@NullMarked
package org.taswiya.cli.suspect;

import org.jspecify.annotations.NullMarked;
