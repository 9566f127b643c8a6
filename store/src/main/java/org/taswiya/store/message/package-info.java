/// The outbox: how customers are reached, what is to be told them, and what became of it.
///
/// [Contacts] is what people say of how an account is reached. [Outbox] writes messages in the transaction of their
/// cause, [BillMessages] those of the bills of a run. [OutboxClaims] gives messages to whoever sends them, each to one
/// sender at a time; [Messages] lists, shows and pauses them; [Receipts] takes what gateways report later,
/// [Bounces] what mail systems do.
/// [Announcements] keeps the facts of what is told beside bills, with their messages; [Preferences] what accounts want
/// to be told and how; [ContactCodes] confirms addresses, by what [OneTimeCodes] has of codes of any purpose.
///
/// Words: those of [org.taswiya.core.message]. A message is *claimed* while its row is locked by a sender; it *may have
/// been sent* when its last attempt was begun and has no outcome.
///
/// Invariants: a cause gives one message per channel, ever. An attempt is committed before the message is handed over,
/// its outcome and what follows of it after, in one transaction. When a sender dies its claim goes with its connection,
/// so nothing has to be given back and nothing waits for a time to run out.
///
/// A report is written down before it is answered, and whoever settles a message and whoever takes a report of it at
/// the same moment see each other.
///
/// Not here: the ladder and the waiting (core), SMTP (run).
@NullMarked
package org.taswiya.store.message;

import org.jspecify.annotations.NullMarked;
