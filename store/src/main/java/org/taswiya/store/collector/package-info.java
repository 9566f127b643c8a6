/// What collectors tell, and what they are answered, as the books keep it.
///
/// A [CollectorBatch] answers messages, one or hundreds in one transaction; [CollectorKeys] gives and withdraws keys;
/// [Inquiries] reads what an account owes; [Statements] what a collector has taken; [Remittances] books the money that
/// it sends.
///
/// Words: a *given answer* is a status and a text, as they went out; a *hold* is an item that a reservation keeps
/// others from paying.
///
/// Invariants: an answer stands in the transaction of what it answers, and is given again, to the byte, to the same
/// message; money moves by payments and reversals of [org.taswiya.store.receivables] alone. Whoever answers or remits
/// holds the table of changes, so one does at a time.
///
/// Not here: what a message does (core), signatures and JSON (server).
@NullMarked
package org.taswiya.store.collector;

import org.jspecify.annotations.NullMarked;
