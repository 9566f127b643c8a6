/// Outages: planned interruptions of a service, and who is told of them.
///
/// [Outages] plans one for some premises and writes what becomes of it, version by version; [OutageNotices] tells
/// everybody who is served there, and nobody else; that it is over or called off it tells those to whom it was
/// announced. [ComingOutage] is one that is to come where an account is served.
///
/// Words: a *version* is what holds of when and why; the newest counts. What was told of an older one and has not been
/// sent yet is withdrawn when it is its turn.
///
/// Invariants: versions follow each other and end with the first that is over; where an outage is never changes; none
/// has ended in time to come, and none is planned or announced that was over before.
///
/// Not here: how a message goes out ([org.taswiya.store.message]).
@NullMarked
package org.taswiya.store.outage;

import org.jspecify.annotations.NullMarked;
