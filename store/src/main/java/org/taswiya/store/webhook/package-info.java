/// What other programs are told by calling them.
///
/// [Webhooks] says where and of what; [WebhookSecrets] by what calls are signed. [WebhookEvents] finds what has
/// happened in the books; [WebhookQueue] hands a program its events one after the other and writes down what came of
/// each call; [WebhookCalls] shows that, and sends again.
///
/// Words: a *webhook* is where a program wants to be called; an *event* is what it is told.
///
/// Invariants: nothing that happens writes an event: they are found from rows that are there already, in the order in
/// which those were committed, so that none can be lost or told before it is true. A program has its events in that
/// order, each at least once, and the next one when it has taken the one before. Of an event no more is kept than a
/// reference. A secret is kept sealed, by a key that is not in the database.
///
/// Not here: HTTP (`run.webhook`), and who may register one (the API).
@NullMarked
package org.taswiya.store.webhook;

import org.jspecify.annotations.NullMarked;
