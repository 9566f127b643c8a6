/// Commands about the life of agreements: moving in and out, handing a service on, who was where.
///
/// Words: those of [org.taswiya.core.customer]. A *stay* is the days of one occupant, or of nobody.
///
/// Moves are read or estimated on their day, and looked at with `--dry-run` before they are made.
///
/// Invariants: each move has its author, moment, reason and day; all of it stands or nothing.
///
/// Not here: the rules (core), bills (`bill`), customers and accounts themselves (`import`).
@NullMarked
package org.taswiya.cli.agreement;

import org.jspecify.annotations.NullMarked;
