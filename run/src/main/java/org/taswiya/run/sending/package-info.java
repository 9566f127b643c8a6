/// Hands messages of the outbox over to whoever carries them.
///
/// [OutboxSender] takes e-mails one after the other, makes them ([BillMails], [MimeMail]) and hands them to an SMTP
/// server ([SmtpDoor]). Many may run beside each other, on as many machines as one likes.
///
/// Words: those of [org.taswiya.core.message]. The *breaker* ends the run when the server could not be reached, or went
/// away, several times in a row: what is wrong then is not the message.
///
/// Invariants: a message that the server accepted is never handed over again, unless the sender was killed before it
/// could write that down; it then goes out again with the same Message-ID and Date. SMTP cannot do better: it has no
/// question "did you take this?". None is lost.
///
/// Not here: what an e-mail says (deliver), which message is next and what follows of an answer (store).
@NullMarked
package org.taswiya.run.sending;

import org.jspecify.annotations.NullMarked;
