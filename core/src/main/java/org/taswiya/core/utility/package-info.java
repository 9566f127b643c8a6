/// Who the utility is: what stands at the head and foot of every paper that a customer gets from it.
///
/// A [UtilityProfile] is read from the utility's folder; one without such a file has a plain profile made of the name
/// of its folder. A [PostalAddress] is where it can be written to, in the parts that machines want. A [Colour] is what
/// a service is told apart by; a [PayLink] where a bill is paid online; a [Logo] the picture by which the utility is
/// known.
///
/// Invariants: whatever a customer reads is there in all languages; a profile is complete or plain, never half.
///
/// Not here: what is said about a bill (deliver), the utility's prices and policies, its account at a bank as orders
/// name it (bank).
@NullMarked
package org.taswiya.core.utility;

import org.jspecify.annotations.NullMarked;
