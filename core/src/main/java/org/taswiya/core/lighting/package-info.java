/// Supply without a meter: lamps that burn from dusk to dawn.
///
/// A [LightingCalendar] tells for each [Regime] how long its lamps burn on some days: as a table publishes it, or from
/// the [SunTimes] of a [Place] and a [SwitchRule]. [LampUsage] is what a [LampGroup] of the inventory used.
///
/// Invariants: hours are exact ratios of minutes of legal time, so that periods that follow each other add up; sunrise
/// and sunset are reckoned without floating point and are the same on every machine.
///
/// Not here: what the energy costs (tariff), the file of an inventory (intake).
@NullMarked
package org.taswiya.core.lighting;

import org.jspecify.annotations.NullMarked;
