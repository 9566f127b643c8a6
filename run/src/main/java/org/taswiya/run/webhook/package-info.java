/// Calls other programs when something has happened.
///
/// [WebhookSender] looks for events and has each webhook told its own, beside the others; [WebhookClient] makes one
/// call, [WebhookBody] is what it says, signed as Standard Webhooks has it. [WebhookReach] says where nobody is called.
///
/// Words: those of `store.webhook`.
///
/// Invariants: a webhook is told an event after the one before was taken, and again until it is. Whoever is slow, wrong
/// or away holds up nobody else. Nobody is made to call within a house, also not by sending us on. What was answered is
/// not read.
///
/// Not here: what is an event, and how far a webhook is (`store.webhook`).
@NullMarked
package org.taswiya.run.webhook;

import org.jspecify.annotations.NullMarked;
