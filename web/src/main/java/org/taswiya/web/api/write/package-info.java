/// What programs write: readings, disputes and preferences, by the same uses as the pages of the online agency.
///
/// [OnceDone] has a request that comes again answered as before. A request that has to
/// have a name for what it does, and has none, is refused.
///
/// Invariants: what is written, and what is answered to it, are one transaction. A refusal has written nothing.
///
/// Not here: how readings are judged, and what may be disputed (`store`, `core`).
@NullMarked
package org.taswiya.web.api.write;

import org.jspecify.annotations.NullMarked;
