/// What customers ask for or complain of themselves, and what becomes of it.
///
/// [AskPages] lists what was asked for and takes something new, [OwnRequestPages] shows one, with its files, and takes
/// what is added to it; [OwnRequests] says who may see and ask for what.
///
/// Invariants: words are recorded before a file is sent, so that a slow network costs no words; what was typed stays in
/// the form until it is taken; the same sent twice is one request, and one addition.
///
/// Not here: which kinds there are and who opens them ([org.taswiya.core.care]); what staff do with one
/// ([org.taswiya.web.console.request]).
@NullMarked
package org.taswiya.web.request;

import org.jspecify.annotations.NullMarked;
