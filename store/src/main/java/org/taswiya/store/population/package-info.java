/// Who is served, where, under which agreement, and what their meters show: into the tables in bulk, and corrected.
///
/// [PopulationWriter] adds many records in one transaction.
///
/// Invariants: every row names the change that brought it; a reading is never changed, a correction is a new revision
/// of the same day; records come in any order as long as what they name is added before them or in the same
/// transaction.
///
/// Not here: what a reading means (core), what is billed from it (`org.taswiya.store.books`).
@NullMarked
package org.taswiya.store.population;

import org.jspecify.annotations.NullMarked;
