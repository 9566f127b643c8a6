/// What staff at a desk do to an account: looked at first, then done as it was shown, each in one transaction with its
/// row of the trail.
///
/// [DeskBills] puts readings right and takes bills back; [Rebilling] finds what is billed then. [DeskArrangements] are
/// instalments, [DeskAdjustments] what is taken off or put on; of both, what is above a limit waits until
/// somebody else lets it through. [DeskContacts] is by what an account is reached: there is nothing to look at first.
/// [PriceBookDesk] is about price books, and about no account.
///
/// Words: to *look* is to do something in a transaction that is taken back, and to say what it came to; what was
/// *shown* is that as a text, which a form brings back.
///
/// Invariants: nothing is done that is not what was shown; the same wish sent twice is done once. Who is signed in is
/// the author in the books.
///
/// Not here: who may do what ([org.taswiya.store.staff]); the rules (core), and what writes the books (store).
@NullMarked
package org.taswiya.run.desk;

import org.jspecify.annotations.NullMarked;
