/// Files and feeds in: readings, customers, tariffs and payments become the types of `core`.
///
/// Every fault names its file, line and column, what was found and what was expected. One bad row never stops the
/// others: it becomes a refusal with its line number and its reason.
///
/// This package decides nothing about prices, estimates or bills (`core` does), and writes no document
/// (`deliver` does).
@NullMarked
package org.taswiya.intake;

import org.jspecify.annotations.NullMarked;
