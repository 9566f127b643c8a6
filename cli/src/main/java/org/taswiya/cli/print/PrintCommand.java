package org.taswiya.cli.print;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya print`: bills for the printer.
@Command(
        name = "print",
        description = "Makes files of bills for a printer, and shows which were made.",
        subcommands = {PrintBillsCommand.class, PrintAgainCommand.class, PrintListCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./taswiya print bills --run 3 --out march.pdf --why \"bills of March\"",
            "  ./taswiya print again 1 --bill 0000000042BQ --out torn.pdf --why torn",
            "  ./taswiya print list"
        })
public final class PrintCommand extends CommandGroup {}
