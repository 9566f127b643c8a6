/// The web server: the JDK's own, each request on a virtual thread (decisions/0024).
///
/// Not here: anything that knows what is asked (collect); TLS, which a proxy in front ends.
@NullMarked
package org.taswiya.server.http;

import org.jspecify.annotations.NullMarked;
