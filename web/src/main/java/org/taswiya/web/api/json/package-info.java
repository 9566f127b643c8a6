/// Records as JSON: what the API writes, what it reads, and the JSON Schema of both, all from the same records.
///
/// [JsonOut] writes a record; [JsonIn] makes one of what came, or says all that is wrong with it; [Schemas] describes
/// it.
///
/// Words: [Says] says of a component of a record what it means and what it may be.
///
/// Invariants: money, quantities and prices are texts with the exact decimals, never floating point. What is null is
/// left out. A field that no component has is a fault.
///
/// Not here: HTTP.
@NullMarked
package org.taswiya.web.api.json;

import org.jspecify.annotations.NullMarked;
