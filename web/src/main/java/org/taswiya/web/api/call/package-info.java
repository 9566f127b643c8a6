/// What an operation of the API is: who may call it, what it takes and answers, and how it refuses.
///
/// [Operation] declares one; [Call] is one request of it; [Reply] what is answered. All refusals are a [Problem] of a
/// [ProblemKind].
///
/// Words: an *operation* is a method on a path; a *problem* is a refusal as RFC 9457 has it.
///
/// Invariants: the set of problems is closed. What an operation does not declare it does not take.
///
/// Not here: what single operations do, and HTTP.
@NullMarked
package org.taswiya.web.api.call;

import org.jspecify.annotations.NullMarked;
