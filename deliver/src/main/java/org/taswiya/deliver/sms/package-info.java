/// What text messages say, and what they cost on their way.
///
/// [BillSms] is that of a bill in one language; [SmsText] any text, with its [Coding] and its segments; [GsmAlphabet]
/// the alphabet in which a segment holds most (3GPP TS 23.038).
///
/// Words: a *segment* is what goes over the air in one piece, and is paid for; a *unit* is what a segment is measured
/// in: a septet of the GSM alphabet, or 16 bits of UCS-2.
///
/// Invariants: segments joined are the text; no character is torn between two of them. Our own sentences in French and
/// English use letters of the GSM alphabet only, which has é, è, à and ù, and no ê, ô, ç, À or °.
///
/// Not here: how a text message is handed over (run).
@NullMarked
package org.taswiya.deliver.sms;

import org.jspecify.annotations.NullMarked;
