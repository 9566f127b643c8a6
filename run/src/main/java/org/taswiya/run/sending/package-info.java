/// Hands messages of the outbox over to whoever carries them.
///
/// [OutboxSender] takes the messages of a channel one after the other, lets them be made ([MessageMaker] gives what is
/// [Made]) and hands them to that channel's [Gateway]: [SmtpGateway] with its [MimeMail], [PushGateway] to push services
/// within [PushReach]. Many may run beside each other, on as many machines as one likes.
///
/// Words: those of [org.taswiya.core.message]. A *gateway* is whoever carries a message from here on. The *breaker*
/// ends the run when the gateway could not be reached, or went away, several times in a row: what is wrong then is not
/// the message.
///
/// Invariants: a message that the gateway accepted is never handed over again, unless the sender was killed before it
/// could write that down; it then goes out again under the name of its first attempt. SMTP cannot do better: it has no
/// question "did you take this?". None is lost.
///
/// Not here: what a message says (deliver), which message is next and what follows of an answer (store).
@NullMarked
package org.taswiya.run.sending;

import org.jspecify.annotations.NullMarked;
