/// The commands, and the wiring of everything that they need.
///
/// A command reads its options and its lines, calls the other modules, and writes answers to standard output;
/// whatever is said to a person beside the answers goes to standard error. Exit codes are the same for every command:
/// see [org.taswiya.cli.Taswiya].
///
/// No rule lives here: a command that starts to compute has taken work from `core`.
@NullMarked
package org.taswiya.cli;

import org.jspecify.annotations.NullMarked;
