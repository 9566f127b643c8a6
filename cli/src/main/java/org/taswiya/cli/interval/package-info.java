/// Commands for intervals: taking them from feeds, summing them by bands and peaks, packing months.
///
/// Not here: how feeds are looked at and become readings (`importing`), what is summed and how (`core/interval`).
@NullMarked
package org.taswiya.cli.interval;

import org.jspecify.annotations.NullMarked;
