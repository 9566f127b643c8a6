/// Collectors that are played, against any door.
///
/// A [CollectorSimulator] has many customers pay at once, and, when faults are asked for, repeats messages, throws
/// answers away, and sends them out of order; it keeps its own log, which can be laid beside the books. A
/// [CollectorClient] is what a collector has to write: it signs, and repeats what has no answer.
///
/// Invariant: what the log says was answered is what the door said.
///
/// Not here: anything of the books; it sees what a collector sees.
@NullMarked
package org.taswiya.server.simulator;

import org.jspecify.annotations.NullMarked;
