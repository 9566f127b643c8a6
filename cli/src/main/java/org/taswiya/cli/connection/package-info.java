/// Commands about new connections: an application, its documents, its quote, the works, the agreement at its end.
///
/// Words: those of [org.taswiya.core.connection].
///
/// Invariants: each step has its author, moment, reason and day; all of it stands or nothing; a step that may not
/// follow is refused with what the application waits for.
///
/// Not here: the rules (core), payments (`pay`), usage points and meters themselves (`import`).
@NullMarked
package org.taswiya.cli.connection;

import org.jspecify.annotations.NullMarked;
