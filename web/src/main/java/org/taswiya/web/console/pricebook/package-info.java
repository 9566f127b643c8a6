/// Price books on pages of the console: which were proposed, what one would change, and letting it in.
///
/// [DraftPages] is where one is written, checked, tried ([DraftTrial]) and proposed; what it comes to for many accounts
/// is counted by [TrialsBeside]. [PriceBookPages] lists and shows them, [PriceBookActs] takes what a second person
/// decides; [PriceBookLook] is one beside the book it replaces, [ChangeWords] says what differs.
///
/// Invariants: nobody lets through what they proposed; what is shown makes no bill.
///
/// Not here: whether a book may be let in ([org.taswiya.run.desk]), how it is kept ([org.taswiya.store.pricebook]).
@NullMarked
package org.taswiya.web.console.pricebook;

import org.jspecify.annotations.NullMarked;
