/// Commands about messages: how customers are reached, what is queued for them, handing it over.
///
/// Words: those of [org.taswiya.core.message].
///
/// Invariants: what a dry run says is what the same command without it does; whoever is reached by no channel is named,
/// never left out in silence.
///
/// Not here: what a message says (deliver), the outbox (store), SMTP (run).
@NullMarked
package org.taswiya.cli.message;

import org.jspecify.annotations.NullMarked;
