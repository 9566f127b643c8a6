/// Words for what customers are told beside bills.
///
/// [AnnouncementWords] says an [org.taswiya.core.message.Announcement] in one of three languages, as a letter or an
/// e-mail does and as a short message does; [AnnouncementSamples] are made-up ones to look at.
///
/// Words: *brief* is all that a short message says.
///
/// Invariants: every kind has its words in every language; no value is left open.
///
/// Not here: the e-mail of a bill ([org.taswiya.deliver.mail]), how many parts a short message has.
@NullMarked
package org.taswiya.deliver.announcement;

import org.jspecify.annotations.NullMarked;
