/// Readers of meters with a handset: who walks which round, what a handset is given of it, and what it sends back.
///
/// [RoundAssignments] says who walks a round, [Handsets] which handsets there are and which are closed, [HandedRounds]
/// what a reader takes along, [RoundEntries] takes what they typed, [VisitPhotos] the pictures.
///
/// Words: a *handset* is a telephone of one reader's, known by a key that never leaves it; an *entry* is what a reader
/// typed before one meter, with a name made on the handset.
///
/// Invariants: an entry is taken once, and the same one again is answered the same. What a reader did is never thrown
/// away: of a handset that is closed it is set aside, in no reading and no visit, until a person has looked at it.
/// A handset is closed from the moment that it is locked, or its reader is disabled, reset or no reader any more.
///
/// Not here: what is likely ([org.taswiya.store.validation]), how rounds are planned ([org.taswiya.store.rounds]), how
/// a handset proves who it is (whoever serves it).
@NullMarked
package org.taswiya.store.handset;

import org.jspecify.annotations.NullMarked;
