/// The rules of metering, pricing, billing and collecting, and nothing but rules.
///
/// The rooms stand in one order, and each sees only those before it:
/// `quantity`, `calendar`, `ledger`, `tariff`, `customer`, `metering`, `billing`, `receivables`, `care`.
/// `metering` and `tariff` never see each other; `billing` joins them.
///
/// What comes in are values, what goes out are values. There is no clock, no file, no database, no thread and no
/// floating point here, so that the same input gives the same output, byte for byte, wherever it runs.
///
/// This package itself holds no class: whatever is a rule has its room.
@NullMarked
package org.taswiya.core;

import org.jspecify.annotations.NullMarked;
