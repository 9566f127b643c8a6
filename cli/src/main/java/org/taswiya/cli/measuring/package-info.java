/// Commands that say how fast the product is, and how good its estimates and alarms are.
///
/// `bench` measures a made-up town beside a floor and a rival; `backtest` and `alarms` hide what is known of real
/// meters and compare.
///
/// Invariants: a figure is never told without what it is of: set, window, how many.
///
/// Not here: how it is measured (bench).
@NullMarked
package org.taswiya.cli.measuring;

import org.jspecify.annotations.NullMarked;
