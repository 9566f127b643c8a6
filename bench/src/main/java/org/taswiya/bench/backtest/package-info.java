/// How good estimates are: any method on meters whose readings are known, with what it could not have known hidden.
///
/// A [MeterSet] is one set of meters of one kind; [Backtest] estimates the window of a year for each meter that counts
/// and answers a [BacktestRow]. The protocol is stated at [HiddenUse]. A utility brings its own readings in the same
/// form and chooses its chain by the result. [AlarmTrial] asks in the same way how good alarms of abnormal use would
/// have been.
///
/// Invariants: nothing from the hidden dates on is looked at, but the readings of other meters that are declared read;
/// the same set and seed give the same rows.
@NullMarked
package org.taswiya.bench.backtest;

import org.jspecify.annotations.NullMarked;
