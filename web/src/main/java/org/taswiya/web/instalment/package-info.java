/// Paying in instalments: what an arrangement would be, asking for it, and how it stands.
///
/// [InstalmentPages] shows what the utility's rules allow for what an account owes now, and each day and amount before
/// anybody asks. What the rules offer unasked is granted at once, everything else waits for a person:
/// `store/arrangement` decides which.
///
/// Words: an *option* is a number of instalments that may be asked for.
///
/// Invariants: what is asked for is the schedule that was shown, day by day; where it would be another one now, it is
/// shown anew.
@NullMarked
package org.taswiya.web.instalment;

import org.jspecify.annotations.NullMarked;
