package org.taswiya.cli.pricing;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.LineCommand;
import org.taswiya.cli.command.UtilitiesOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya rate`: lines of usage in, priced lines out.
@Command(
        name = "rate",
        description = {
            "Prices the usage of one period under a tariff.",
            "",
            "Reads one JSON object a line and answers each with one line, in order:",
            "  id          text or number, repeated in the answer",
            "  tariff      an id such as casablanca/water-household, or a book's path",
            "              or the path of a record (./taswiya tariff import --help)",
            "  from, to    the period; the last day is not in it",
            "  usage       {\"total\":\"265\"}, in the tariff's unit;",
            "              by time band where prices are: {\"peak\":\"120\",\"off\":\"145\"},",
            "              in a record by its numbers: {\"0\":\"120\",\"1\":\"145\"}",
            "  demand      {\"peak\":\"12.5\"}, the highest of each time band, where it",
            "              is charged",
            "  determinants",
            "              what else is charged by: {\"subscribed-power\":\"36\"}, by time",
            "              band or month where it is so:",
            "              {\"past-demand\":{\"2017-06\":\"40\"}}",
            "  paidBy      cash, cheque, card or transfer (optional); cash bears stamp duty",
            "  households  how many share the meter (optional, 1)",
            "  rounding    none (optional): every amount exact, with 12 decimals",
            "Other fields are ignored. The answer holds the charge lines, each with its block, price, share of the"
                    + " days and clause; the taxes; net, tax and total. Under a record also energy, demand,"
                    + " fixed and minimumTopup with 12 decimals, and notes: what it charges and a month cannot tell.",
            "",
            "A line that is refused stops no other; its answer has an error with reason, message and line number."
                    + " Reasons: bad-json, missing-field (also when a field holds something else than it must),"
                    + " bad-number, bad-date, unknown-tariff, missing-demand, missing-determinant,"
                    + " unpriced-determinant, outside-versions, negative-usage, too-large.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All lines are answered.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: the command line does not make sense.",
            "3:Some lines were refused; each says why, and all others were answered."
        },
        footer = {
            "",
            "Examples:",
            "  printf %%s '{\"id\":1,\"tariff\":\"casablanca/electricity-household\",' \\",
            "      '\"from\":\"2020-03-01\",\"to\":\"2020-04-01\",\"usage\":{\"total\":\"265\"}}' \\",
            "      | ./taswiya rate",
            "  ./taswiya rate usages.jsonl > priced.jsonl",
            "  ./taswiya rate < usages.jsonl | jq -c '[.id, .total]'"
        })
public final class RateCommand implements Callable<Integer> {
    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private LineCommand lines;

    @Override
    public Integer call() throws IOException {
        return lines.answer(new RateAnswerer(new TariffLookup(utilities.folderLibrary()::read)));
    }
}
