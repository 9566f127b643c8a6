/// The PostgreSQL that comes with the program: unpacked, started, stopped, its failures put into words.
///
/// [EmbeddedServer] runs one server on the data folder of one home: only for this machine, on a free port, with a
/// password of its own, everything durable. [ServerPrograms] unpacks it from its Maven artifact into the home.
///
/// Invariants: one process at a time uses a home (a lock that dies with its holder); a server left over from a killed
/// program is stopped before the next one starts; a data folder is there whole or not at all.
///
/// Not here: tables (migrations), connections to a server elsewhere (`Database`).
@NullMarked
package org.taswiya.store.server;

import org.jspecify.annotations.NullMarked;
