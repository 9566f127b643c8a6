/// Hands text messages to whoever carries them: a gateway that speaks HTTP as Kannel's `sendsms` does
/// ([HttpSmsGateway]), or an operator's SMSC by SMPP 3.4 ([SmppGateway]).
///
/// Words: those of [org.taswiya.run.sending]. A *receipt* is what the other side reports of a message later; a *handle*
/// the name by which it does.
///
/// Invariants: what is wrong with the sender (password, sender id, rights) fails no message; what is wrong with the
/// number does. All segments of a message carry the same reference at every attempt.
///
/// Not here: what a text message says and how it is cut (deliver), what follows of a receipt (store).
@NullMarked
package org.taswiya.run.sms;

import org.jspecify.annotations.NullMarked;
