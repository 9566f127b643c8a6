/// What a migration team hands over beside the files of the old system: its control totals.
///
/// A control total is what the old system says of how much there is of something. Totals of a file are those that it
/// names and no others; a file that is read has at least one, and says where its totals are from. What is wrong is a
/// finding with its line and column.
///
/// This package does not count what the books have; `store` does.
@NullMarked
package org.taswiya.intake.migration;

import org.jspecify.annotations.NullMarked;
