/// How intervals are measured: what a year of them takes, how soon days of many registers are loaded and summed.
///
/// A [ProfileYear] is made up: houses, panels, noise. An [IntervalTrial] fills a database with registers, loads days of
/// them from files of text, sums them and packs the month; an [IntervalBenchReport] has its figures.
///
/// Invariants: what is timed is what the commands do, from a file of text to sums; the floor is of the same rows in the
/// same run.
///
/// Not here: how it is told (`cli/measuring`).
@NullMarked
package org.taswiya.bench.interval;

import org.jspecify.annotations.NullMarked;
