/// How intervals are measured: what a year of them takes, how soon days of many registers are loaded and summed.
///
/// Invariants: what is timed is what the commands do, from a file of text to sums; the floor is of the same rows in the
/// same run.
@NullMarked
package org.taswiya.bench.interval;

import org.jspecify.annotations.NullMarked;
