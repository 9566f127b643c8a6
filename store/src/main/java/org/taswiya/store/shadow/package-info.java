/// Shadow runs that somebody kept: what a cycle comes to by other price books than those in use.
///
/// [Shadows] keeps one and finds it again, as a [StoredShadow]: sums by class, tariff and block, how the differences
/// are spread, the accounts that would pay most more and most less, and what could not be compared.
///
/// Invariants: what is kept is never changed; there are no bills in it, because none were made.
///
/// Not here: how bills are compared (the run's business, `org.taswiya.run`).
@NullMarked
package org.taswiya.store.shadow;

import org.jspecify.annotations.NullMarked;
