/// `taswiya staff`: who signs in to the agents' console.
///
/// Each command adds, shows, disables or resets somebody; what that is, is decided in [org.taswiya.store.staff].
///
/// Words: a *ticket* is the code by which somebody chooses a password themselves.
///
/// Invariants: no command sets or shows a password; a ticket is shown once.
///
/// Not here: the pages on which tickets are used and passwords typed.
@NullMarked
package org.taswiya.cli.staff;

import org.jspecify.annotations.NullMarked;
