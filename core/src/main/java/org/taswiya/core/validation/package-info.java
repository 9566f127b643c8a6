/// Whether a reading that came in can be what the meter showed.
///
/// [Validation] looks at a [ReceivedReading] beside all that is known of its register, by the [ReadingLimits] of its
/// customer's class and service, and answers that it is accepted or doubtful, each with its findings. A finding has a
/// reason of a closed set, how grave it is, the numbers that caused it, and a sentence. [AbnormalUse] looks at accepted
/// readings for what their customer should be told: a leak, a surge. [ExpectedDial] is what a dial should show, for
/// whoever is about to read it.
///
/// Words: *suspect* is a reading that waits for a person; *misread*, *rollover* and *over-estimate* are told apart by
/// how likely each is by the meter's own past.
///
/// Invariants: the same reading beside the same past is judged alike everywhere, in exact numbers; nothing is changed
/// or guessed, a suggested value is only said; what is below zero or estimated never feeds what is expected.
///
/// Not here: reading files and feeds (intake), keeping suspects and what people decide (store), what a bill has that a
/// person should see (billing).
@NullMarked
package org.taswiya.core.validation;

import org.jspecify.annotations.NullMarked;
