/// `taswiya request`: what customers ask for or complain of, and what they are answered.
///
/// One command for each step: opened, answered, closed, opened again; each is a change with an author and a reason,
/// and stands on the account's time line.
///
/// Words and invariants are those of [org.taswiya.core.care] and [org.taswiya.store.request]; nothing here decides
/// anything.
@NullMarked
package org.taswiya.cli.request;

import org.jspecify.annotations.NullMarked;
