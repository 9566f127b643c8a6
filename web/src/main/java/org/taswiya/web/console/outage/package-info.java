/// Interruptions at the console: planned, changed, called off, with everybody who is touched told.
///
/// [OutagePages] shows them and takes a plan, [OutageActs] changes one, says that it is over or calls it off.
///
/// Invariants: how many are touched and by which way each is told is shown before anything is written; what is then
/// confirmed is planned and told in one transaction, once, however often the button is pressed.
///
/// Not here: whom an outage touches and what they are told ([org.taswiya.store.outage]).
@NullMarked
package org.taswiya.web.console.outage;

import org.jspecify.annotations.NullMarked;
