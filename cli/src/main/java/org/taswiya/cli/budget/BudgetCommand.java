package org.taswiya.cli.budget;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya budget`: equal monthly amounts.
@Command(
        name = "budget",
        description = "Budget plans: equal monthly amounts from the bills of a year, beside the bills that go on; how"
                + " they stand, which of them drift, and what is left when their year is over.",
        subcommands = {
            BudgetOfferCommand.class,
            BudgetOpenCommand.class,
            BudgetListCommand.class,
            BudgetShowCommand.class,
            BudgetReviewCommand.class,
            BudgetChangeCommand.class,
            BudgetEndCommand.class
        },
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya budget offer --help",
            "  ./taswiya budget open --help",
            "  ./taswiya budget list --help",
            "  ./taswiya budget show --help",
            "  ./taswiya budget review --help",
            "  ./taswiya budget change --help",
            "  ./taswiya budget end --help"
        })
public final class BudgetCommand extends CommandGroup {}
