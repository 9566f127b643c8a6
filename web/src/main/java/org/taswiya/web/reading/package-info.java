/// Own readings: what a customer reads on their meter, typed as the dial shows it.
///
/// [ReadingPages] lists the meters and takes a value, [TypedDial] makes a number of what people type, [DoubtWords] says
/// what is unlikely about it.
///
/// Invariants: the same value again changes nothing, so that a form may be sent twice; what was typed stays in the
/// field until it is taken; an unlikely value is asked about once, and one that was changed meanwhile is asked about
/// anew.
///
/// Not here: what is likely and what becomes of it ([org.taswiya.store.validation.GivenReadings]).
@NullMarked
package org.taswiya.web.reading;

import org.jspecify.annotations.NullMarked;
