/// Who may see what of whom at the online agency.
///
/// [SignInCodes] sends a customer a code and takes it back; [AccountsOf] says what they see then: [AccountStatement]
/// what is owed and billed, [StatedAgreement] what is taken where, [StandingBill] which bills can be compared.
/// [OwnMeter] is where an own reading goes, [MadePage] what of a bill's page is kept. [Delegates] says into whose
/// accounts somebody is let beside their own, [DelegateDecisions] how that begins and ends.
///
/// [AccountPasswords] and [Passkeys] are other ways in; both tell the holder what changes, and what is open
/// elsewhere is over then ([SessionStanding]). [CountedTries] is how often somebody tried.
///
/// Words: a customer *signs in* by their account's reference and a *sign-in code*. A *delegate* is a customer whom the
/// *holder* of an account has let in.
///
/// Invariants: of the codes of an account the newest alone counts, once, for ten minutes and five tries; every try is
/// in the books. A code is written in one transaction with its message. It goes by e-mail or text message and by
/// nothing else, as the function that gives ladders has it (`rungs_on`) and the table of messages checks.
///
/// A delegate is one from the moment when the invited accepts until either side ends it. Of whoever is behind a
/// reference the holder learns nothing, not even that somebody has said no.
///
/// Not here: how a code is made and what a browser keeps after it (whoever serves pages), how messages go out
/// ([org.taswiya.store.message]).
@NullMarked
package org.taswiya.store.access;

import org.jspecify.annotations.NullMarked;
