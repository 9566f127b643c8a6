/// The door for collectors, whatever web server stands before it ([docs/collectors.md] is its contract).
///
/// [CollectDoor] takes an [Asked], finds out by its [Signature] who asks, and gives a [Told]. Messages that move money
/// go to the [MessageWriter], whose one thread answers all that wait in one transaction; questions are read beside it.
///
/// Words: a *door reason* is why something is turned away before the books see it; nothing of it is kept.
///
/// Invariants: nothing is answered as done before it is committed; a door that is too busy says so and has done
/// nothing; signatures are compared in constant time.
///
/// Not here: HTTP itself (http), the rules (core), the books (store).
@NullMarked
package org.taswiya.server.collect;

import org.jspecify.annotations.NullMarked;
