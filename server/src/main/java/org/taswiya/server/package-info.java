/// Doors for other programs.
///
/// `collect` knows what collectors ask and what they are answered, and no framework; `http` is the web server in front
/// of it, which can be exchanged; `simulator` plays collectors against a door, for tests and measurements.
///
/// Words: a *door* is all that one kind of program may ask.
///
/// Invariant: what was answered as done is in the books.
///
/// Not here: what a message does (core), how it is kept (store).
@NullMarked
package org.taswiya.server;

import org.jspecify.annotations.NullMarked;
