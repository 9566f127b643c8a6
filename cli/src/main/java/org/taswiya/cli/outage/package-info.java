/// `taswiya outage`: planned interruptions, and telling those who are served there.
///
/// Each command plans, changes, ends, cancels, shows or notifies; what an outage is and who is told is decided in
/// [org.taswiya.store.outage].
///
/// Words: a *version* is what holds of an outage; the newest counts.
///
/// Invariants: nobody is told before `outage notify`; every command that writes has a dry run.
///
/// Not here: the words that customers read ([org.taswiya.deliver.announcement]), how messages go out.
@NullMarked
package org.taswiya.cli.outage;

import org.jspecify.annotations.NullMarked;
