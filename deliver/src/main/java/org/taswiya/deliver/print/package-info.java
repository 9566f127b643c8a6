/// The bill on paper: A4, in Arabic, French, English, or two languages side by side.
///
/// [PrintedBill] makes a document of a bill: who it is for, what to pay and by when, what happened, the year as a
/// picture, the settlement month by month, readings, and on the next page every block and price. [PrintForm] says in
/// which languages. [Paper] is where things stand: it knows the margins, from which side lines begin, and when a page
/// is full.
///
/// Words: *start* and *end* are the sides between which a language is read; *left* and *right* those of the sheet. What
/// is folded into an envelope stands at the same place in every language.
///
/// Invariants: figures come from the bill as `deliver/bill` tells them; the same bill gives the same bytes; the first
/// thing seen is the amount; what was estimated is hatched, what was read is solid; nothing runs over the edge, however
/// long a name is.
///
/// Not here: PDF itself (`deliver/pdf`), letters (`deliver/type`).
@NullMarked
package org.taswiya.deliver.print;

import org.jspecify.annotations.NullMarked;
