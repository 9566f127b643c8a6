/// Exchanges of meters that readers report: what they typed beside what the books have, booked or refused.
///
/// [ExchangePages] shows one, says what booking it does, and does it; [ReportedDesk] finds those that wait;
/// [TypedExchange] is what somebody types about one.
///
/// Invariants: what is booked is what was shown, and nobody changes what a reader typed; a refusal has a reason; who
/// sends a form of what was decided meanwhile is told so.
///
/// Not here: what an exchange may not be ([org.taswiya.run.receiving]); who has one ([org.taswiya.web.console.work]).
@NullMarked
package org.taswiya.web.console.exchange;

import org.jspecify.annotations.NullMarked;
