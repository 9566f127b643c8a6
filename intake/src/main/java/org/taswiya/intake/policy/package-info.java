/// Who a utility is and what it decides, read from its folder `utilities/<utility>`: how its papers name it
/// (`utility.yaml`), what it decides about estimates, settlements and what holds a bill before it leaves
/// (`policies.yaml`), when it reads and bills (`calendar.yaml`), by what readings that come in are judged
/// (`validation.yaml`), what it has agreed with its collectors (`collectors.yaml`), what it arranges with those who owe
/// (`arrangements.yaml`), how it duns the others (`dunning.yaml`), and when its counters are closed (`holidays.yaml`).
///
/// Words: the *chain* is the order in which estimation methods are tried; *in a row* counts bills that rest on
/// estimates since the meter was last read; an *anchor* is the day from which the months of back-billing are counted.
///
/// Invariant: a file with findings gives no policy at all, because a run must not start on half of what was decided.
///
/// Not here: what a policy means, which is core's ([org.taswiya.core.billing.BillingPolicy],
/// [org.taswiya.core.calendar.BillingCalendar], [org.taswiya.core.validation.ReadingLimits]); prices and what depends
/// on them, which stand in price books (tariff).
@NullMarked
package org.taswiya.intake.policy;

import org.jspecify.annotations.NullMarked;
