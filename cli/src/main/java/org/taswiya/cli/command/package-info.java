/// What all commands share: where they work, how they ask and answer, what they leave with.
///
/// Options that several commands have are mixins, so that they are asked, explained and checked in one way:
/// [HomeOption] for the books, [UtilityOption] for the rules of a utility, [UtilitiesOption] for the price books and
/// the currency that they name, [WhyOption] for who changes something and why. Answers go through [AnswerOutput],
/// lines in and lines out through [JsonLines]. [ExitCode] says what a command leaves with.
///
/// Not here: what any command does.
@NullMarked
package org.taswiya.cli.command;

import org.jspecify.annotations.NullMarked;
