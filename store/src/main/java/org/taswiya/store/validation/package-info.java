/// Readings that came in and were not believed, and what people decided about them.
///
/// [Suspects] keeps what validation found doubtful and lists what waits, most money at risk first. [SuspectDecisions]
/// accepts a suspect, corrects it, orders a re-read or leaves the days to an estimate, each in one transaction with who
/// decided it, when and why. [KnownRegisters] reads what the books know of registers, as validation asks for it,
/// [DeviceSiblings] which of them are of one device. [NoticeCandidates] keeps what customers should be told of the
/// readings that count, and [NoticeDecisions] what became of it.
///
/// [GivenReadings] takes what a customer reads on their own meter and types, and answers at once.
///
/// [Revalidation] judges readings anew by [ReadingJudge] when something has come that they were not judged beside.
///
/// Words: a *suspect* is a reading that waits for a person; it is *open* until somebody decides about its day.
/// A *notice candidate* is an alarm of abnormal use that is kept; it is *open* until it is *dismissed* or *sent*.
///
/// Invariants: what is doubtful of what sources have brought depends on what is known, not on when it came, as far as
/// no bill rests on it; a suspect measures nothing until it is accepted, corrected or explained; what is then written
/// is a reading like any other, as the next revision of its day, and bills that rest on that day are settled anew by
/// the next one; deciding the same again writes nothing, deciding otherwise what is decided is refused. A candidate is
/// written in the transaction that lets its reading count, and once: the same alarm again leaves it as it is, decided
/// or not.
///
/// Not here: what is doubtful (core's validation), reading files (intake).
@NullMarked
package org.taswiya.store.validation;

import org.jspecify.annotations.NullMarked;
