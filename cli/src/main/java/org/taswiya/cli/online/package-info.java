/// Commands of card payments on a provider's page: serving them, the sandbox, what became of attempts, refunds.
///
/// They parse the command line, ask the store or the server's rooms, and say what came of it; a refusal is told with
/// its reason's code. A key lies in a file that is named, and is never shown.
///
/// Words: a *check* asks the provider of what nobody has told, and has it send back what is approved.
///
/// Not here: what a notice comes to (core), how it is kept (store), pages and the provider (server).
@NullMarked
package org.taswiya.cli.online;

import org.jspecify.annotations.NullMarked;
