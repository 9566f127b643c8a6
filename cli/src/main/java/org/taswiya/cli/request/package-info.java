/// `taswiya request`: what customers ask for or complain of, and what they are answered.
///
/// Words and invariants are those of [org.taswiya.core.care] and [org.taswiya.store.request]; nothing here decides
/// anything.
@NullMarked
package org.taswiya.cli.request;

import org.jspecify.annotations.NullMarked;
