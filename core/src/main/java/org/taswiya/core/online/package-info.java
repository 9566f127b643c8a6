/// Card payments on the page of a provider, and what becomes of what the provider tells of them.
///
/// A [CardAttempt] is what a customer was sent to the provider for. The provider tells of its transactions in
/// [ProviderNotice]s; [NoticeRules] says what each comes to.
///
/// Words: an *attempt* is ours, a *transaction* is the provider's; an attempt may have several, for a card is refused
/// and another tried, and some customers pay twice.
///
/// Invariants: a transaction is booked once at most; money that a provider says it has taken for an attempt of ours is
/// always booked for the attempt's account, whatever has happened meanwhile: if not as it was asked for, then by the
/// common order of payments, with a [NoticeReason].
///
/// Not here: where the money goes (receivables), signatures and pages (server).
@NullMarked
package org.taswiya.core.online;

import org.jspecify.annotations.NullMarked;
