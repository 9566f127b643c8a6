/// `taswiya privacy`: nothing about people is kept for longer than the utility's rules say; and how an erasure is told.
///
/// Not here: what is erased and how (`store/privacy`), for how long it is kept (`utilities/*/privacy.yaml`).
@NullMarked
package org.taswiya.cli.privacy;

import org.jspecify.annotations.NullMarked;
