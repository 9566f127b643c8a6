/// Everything that is kept: where it lies, how it is reached, who changed it.
///
/// A [Home] is a folder with a database, documents and logs. [Database] opens the PostgreSQL in it, or a server by URL,
/// and brings it to this program's version; every connection comes from there. A [Change] says who did something, when
/// and why; rows name the change that brought them.
///
/// Invariants: what was written stays (the database refuses to change readings, bills, entries); an entry that does not
/// balance is refused by the database itself; no statement asks the database for the time.
///
/// Not here: rules (core), the order of work and its restart (run), files in (intake) and out (deliver).
@NullMarked
package org.taswiya.store;

import org.jspecify.annotations.NullMarked;
