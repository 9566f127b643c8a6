/// Card payments on a provider's page, as the books keep them.
///
/// [CardAttempts] writes down what customers are sent away for, and says how far it is; [CardNotices] takes what the
/// provider tells; [CardRefunds] sends payments back to the card. [CardWishes] is the way of a page that has shown what
/// is due: what can be paid, and an attempt for it, the same one for the same wish.
///
/// Invariants: an attempt is committed before the provider hears of it; a notice, its payment and its change stand in
/// one transaction, so that a notice told again does nothing; every notice that was rightly signed is kept, booked or
/// refused.
///
/// Not here: what a notice comes to (core), signatures, pages and the provider itself (server).
@NullMarked
package org.taswiya.store.online;

import org.jspecify.annotations.NullMarked;
