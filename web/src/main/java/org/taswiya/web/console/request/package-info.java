/// Requests and complaints at the console: taken while the customer is on the telephone, answered in their language.
///
/// [RequestPages] shows one and takes a new one, [RequestActs] answers, closes and opens it again,
/// [RequestEvidence] keeps and shows the files of one.
///
/// Invariants: an answer is shown in full, in the customer's language and with the way it goes, before it is sent;
/// whoever sends a form of a request that was dealt with meanwhile is told so, and keeps what they typed.
///
/// Not here: who has a request ([org.taswiya.web.console.work]); what is kept of it ([org.taswiya.store.request]).
@NullMarked
package org.taswiya.web.console.request;

import org.jspecify.annotations.NullMarked;
