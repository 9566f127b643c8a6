/// Personal data: how long it is kept, why somebody is not forgotten yet, and the number of an identity card.
///
/// [PrivacyRules] is what a utility decides; [ErasureObstacle] why a request to be forgotten is refused; [Erasable] what
/// can be erased.
///
/// Words: to *erase* is to put a mark in the place of what was known, or nothing; the row stays, and says when and by
/// what it came. A *tax document* is one that the law has kept for years, whoever it names.
///
/// Invariants: an [IdentityNumber] is never shown by accident: as a text it is a mark.
///
/// Not here: whose data stands where, and how it is erased (store).
@NullMarked
package org.taswiya.core.privacy;

import org.jspecify.annotations.NullMarked;
