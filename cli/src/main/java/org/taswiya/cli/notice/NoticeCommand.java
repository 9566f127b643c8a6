package org.taswiya.cli.notice;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya notice`: abnormal use of which customers should be told.
@Command(
        name = "notice",
        description =
                "Shows the abnormal use of which customers should be told, a leak or a surge, with the evidence and"
                        + " the words in Arabic, French and English; dismisses what they need not be told.",
        subcommands = {NoticeListCommand.class, NoticeShowCommand.class, NoticeDismissCommand.class},
        footer = {
            "",
            "Each tells more about itself:",
            "  ./taswiya notice list --help",
            "  ./taswiya notice show --help",
            "  ./taswiya notice dismiss --help"
        })
public final class NoticeCommand extends CommandGroup {}
