/// URDB in: tariffs as OpenEI's Utility Rate Database publishes them, one JSON record each.
///
/// [UrdbFile] reads the records of a file; each becomes a [UrdbRate], a tariff with what became of every field of its
/// record, or a [RefusedRate] with the place of every fault. What a record is priced by depends on its content alone,
/// never on its file's name.
///
/// Invariants: every field of a record is named in the report, as priced, as information, as not supported or as
/// unknown; a schedule tells a period of its structure for each of 12 x 24 hours; the blocks of a ladder ascend; what
/// would need more than a month's usage and demand is left out of the price and said so.
///
/// Not here: what records mean beyond their fields. Prices in comments are never read.
@NullMarked
package org.taswiya.intake.urdb;

import org.jspecify.annotations.NullMarked;
