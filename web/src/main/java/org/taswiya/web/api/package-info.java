/// The HTTP API of other programs, below `/api/v1`.
///
/// [ApiEdge] stands before all: whatever is refused below `/api`, and by whom, is a problem as RFC 9457 has it.
/// [ApiChain] lets in who bears a good key, as often as it may ask ([BearerDoor], [RateLimit]). [ApiServlet] finds the
/// operation, checks what it takes, writes the trail and the answer. [OpenApi] describes the operations, from the
/// operations.
///
/// Words: a *key* is what a program bears; a *scope* is what a key may be used for; an *operation* is a method on a
/// path.
///
/// Invariants: no session, no cookie, no page. What no operation declares is refused. No request with a good key is
/// answered before it is in the trail, but one above its limit.
///
/// Not here: what the operations do (`read`, `write`).
@NullMarked
package org.taswiya.web.api;

import org.jspecify.annotations.NullMarked;
