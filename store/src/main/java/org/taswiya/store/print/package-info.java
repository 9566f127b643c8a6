/// What goes to the printer, and what went.
///
/// [PrintOrder] knows where each bill of a run is carried to; [PrintBatches] which runs were printed, by whom and why,
/// and which of their bills once more; [CertifiedCopies] who was given a copy; [ReturnedMail] what came back by post.
///
/// Invariants: a batch is kept after its file has its name and never changed; a run is printed a second time only where
/// a person asks for that in so many words.
///
/// Not here: what a sheet looks like (`deliver`).
@NullMarked
package org.taswiya.store.print;

import org.jspecify.annotations.NullMarked;
