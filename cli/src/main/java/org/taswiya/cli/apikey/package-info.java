/// `taswiya api-key`: which other programs use the HTTP API.
///
/// Each command adds, shows or revokes a key; what that is, is decided in [org.taswiya.store.api].
///
/// Words: a *scope* is what a key may be used for.
///
/// Invariants: a key is shown once, when it is added.
///
/// Not here: the API itself.
@NullMarked
package org.taswiya.cli.apikey;

import org.jspecify.annotations.NullMarked;
