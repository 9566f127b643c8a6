/// Moving out: asking for the end of agreements.
///
/// [MoveOutPages] says what follows of an end before anybody asks for it. A person of the utility ends the agreement:
/// somebody has to read the meter, and an end is written once and stays.
///
/// Not here: what a request becomes (`store/agreement`), what the last bill will be (`run`), and what comes back of a
/// deposit, which is known when the agreement has ended.
@NullMarked
package org.taswiya.web.agreement;

import org.jspecify.annotations.NullMarked;
