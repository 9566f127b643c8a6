/// Commands of the reading rounds.
///
/// `route` lays down which usage points are walked in which order; `round` plans the days, writes the orders for a
/// handheld, reports what was read and what was not, and who was not read for how many rounds.
///
/// Words: a *route* is an order of usage points; a *round* is one walk of it on a day.
///
/// Not here: the results, which come in as visits (importing).
@NullMarked
package org.taswiya.cli.round;

import org.jspecify.annotations.NullMarked;
