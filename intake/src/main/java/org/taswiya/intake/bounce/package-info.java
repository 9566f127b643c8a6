/// What mail systems report of e-mails that they had taken: delivery status notifications (RFC 3464), also called
/// bounces when the e-mail does not arrive.
///
/// [BounceFile] goes through the e-mails of a file, a folder or a mailbox; [BounceMail] reads one of them.
///
/// Words: those of [org.taswiya.core.message.DeliveryStatus]. The *returned head* is that of the e-mail that a
/// notification is about, which it brings back.
///
/// Invariants: an e-mail is taken whole or refused whole, with a reason of [BounceFault]; what is no notification is
/// named and nothing is concluded from it; no e-mail takes more memory than it may be large.
///
/// Not here: which message of ours it is and what follows (store); notifications in prose, as very old servers write
/// them: a person reads those.
@NullMarked
package org.taswiya.intake.bounce;

import org.jspecify.annotations.NullMarked;
