/// Paying in instalments: what a plan would be, asking for it, and how it stands.
///
/// [InstalmentPages] shows what the utility's rules allow for what an account owes now, and each day and amount of a
/// plan before anybody asks. What the rules offer unasked is granted at once, everything else waits for a person:
/// `store/arrangement` decides which.
///
/// Words: a *plan* is what an arrangement would be; an *option* is a number of instalments that may be asked for.
///
/// Invariants: what is asked for is the plan that was shown, day by day; where it would be another one now, it is
/// shown anew.
@NullMarked
package org.taswiya.web.instalment;

import org.jspecify.annotations.NullMarked;
