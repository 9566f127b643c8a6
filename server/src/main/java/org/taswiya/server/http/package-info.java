/// The web server: the JDK's own, each request on a virtual thread (decisions/0024).
///
/// [HttpDoor] turns a request of HTTP into what a door is asked, and what it tells into an answer. [Listening]
/// takes the address.
///
/// Words: a *target* is path and query as they were sent.
///
/// Invariant: whatever comes, one request never stops the others.
///
/// Not here: anything that knows what is asked (collect); TLS, which a proxy in front ends.
@NullMarked
package org.taswiya.server.http;

import org.jspecify.annotations.NullMarked;
