/// Interest on what is paid late, an item and a calendar month at a time.
///
/// An [InterestPolicy] says at which rate from which day on, after how many days of grace, from which amount. A
/// [LateItem] is an item with what was settled of it on which day and the days that do not count. [LateInterest] is
/// what a month of it comes to.
///
/// Words: a day *counts* when the item is open at its end, its days of grace are over, and nothing stops it: a dispute,
/// a payment facility or budget plan that is kept, an order that stops collection.
///
/// Invariants: each day bears the open amount of its end times the rate of that day over 365, also in leap years; the
/// sum is exact and rounded once, half up to the centime; interest never bears interest; what was paid and taken back
/// leaves no trace.
///
/// Not here: which days are stopped and what was settled (store), how it is booked (store, as an adjustment).
@NullMarked
package org.taswiya.core.interest;

import org.jspecify.annotations.NullMarked;
