/// `taswiya privacy`: what is kept of people only for so long.
///
/// One command erases what is older than the utility's rules let it be kept, for everybody at once.
///
/// Words: a *sweep* is one such erasing, as on a day.
///
/// Invariants: a dry run erases nothing and says what a sweep would.
///
/// Not here: the rules ([org.taswiya.core.privacy]), erasing itself ([org.taswiya.store.privacy]).
@NullMarked
package org.taswiya.cli.privacy;

import org.jspecify.annotations.NullMarked;
