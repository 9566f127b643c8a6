/// What e-mails say: subject, plain text and HTML in one language.
///
/// [BillMail] is that of a bill. The two forms say the same; the HTML runs from the right in Arabic.
///
/// Words: those of the bill ([org.taswiya.deliver.bill]).
///
/// Invariants: nothing that data brings is taken for HTML; a subject is one line.
///
/// Not here: how an e-mail is put together and handed over (run), the bill as a PDF (print).
@NullMarked
package org.taswiya.deliver.mail;

import org.jspecify.annotations.NullMarked;
