/// What customers ask for or complain of beside bills, and what they are answered.
///
/// [RequestRules] are a utility's: its [RequestKind]s, each with the days in which the law or its own word wants an
/// answer, and its [Letter]s, by which answers begin. [RequestState] is how a request stands, [RequestStep] what may
/// happen to it then.
///
/// Words: a *request* is what a customer asks for; a *complaint* is a request of a kind that the utility calls so; a
/// *letter* is a text with the same words for everybody.
///
/// Invariants: kinds and letters are closed sets; each has its words in every language.
///
/// Not here: what is disputed of a bill ([org.taswiya.core.adjustment]); who looks after a request (store).
@NullMarked
package org.taswiya.core.care;

import org.jspecify.annotations.NullMarked;
