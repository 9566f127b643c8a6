package org.taswiya.cli.pricing;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.LineCommand;
import org.taswiya.cli.command.UtilitiesOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya settle`: readings and what was billed in, what is due and the proof out.
@Command(
        name = "settle",
        description = {
            "Settles what was billed on estimates against what the meter showed.",
            "",
            "Reads one JSON object a line and answers each with one line, in order:",
            "  id          text or number, repeated in the answer",
            "  tariff      an id such as casablanca/electricity-household, or the path of a",
            "              price book",
            "  readings    [{at, value, kind}], kind: actual, customer or estimated",
            "  billed      [{from, to, usage}], with net, tax, total, byComponent, byTax as",
            "              billed, or priced with the tariff; they follow each other from",
            "              the first actual reading on",
            "  register    {digits, decimals, multiplier, unit} (optional; no digits: no",
            "              rollover)",
            "  allocation  days, estimate-shape or favourable (optional, days); tolerance",
            "              (0.1)",
            "  exchanges   [{at, removed, installed}] (optional); removedRegister, as",
            "              register, where it differs",
            "  history     [{from, to, usage}], what use to expect (optional)",
            "  backBilling {months, anchor, exception}, anchor: billedOn or lastReading",
            "              (optional); billedOn",
            "  households  how many share the meter (optional, 1)",
            "  asOf        the day that counts as today (optional)",
            "The answer holds usage, periods with what was billed, what is due and the difference, trueUp, dueNow,"
                    + " outcome, the proof (lump, month-wise, cheapest, dearest) and what was written off.",
            "",
            "What only a person can decide has the outcome \"held\", its reasons and no money: reading-lower,"
                    + " billed-gap, billed-overlap, no-actual-reading, implausible-usage. That is no error.",
            "A line that is refused is answered with {\"id\":..,\"error\":{\"reason\":..,\"message\":..}} and stops no"
                    + " other. Reasons: bad-json, missing-field, bad-number, bad-date, unknown-tariff,"
                    + " outside-versions, negative-usage, too-large, reading-in-future, duplicate-reading,"
                    + " incomplete-billed.",
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
            "Example, three months billed on estimates and read again in June:",
            "  printf %%s '{\"id\":1,\"tariff\":\"casablanca/electricity-household\",' \\",
            "      '\"readings\":[{\"at\":\"2020-03-01\",\"value\":\"1000\",\"kind\":\"actual\"},' \\",
            "      '{\"at\":\"2020-07-01\",\"value\":\"1600\",\"kind\":\"actual\"}],' \\",
            "      '\"billed\":[{\"from\":\"2020-03-01\",\"to\":\"2020-04-01\",\"usage\":\"120\"},' \\",
            "      '{\"from\":\"2020-04-01\",\"to\":\"2020-05-01\",\"usage\":\"120\"},' \\",
            "      '{\"from\":\"2020-05-01\",\"to\":\"2020-06-01\",\"usage\":\"120\"}]}' \\",
            "      | ./taswiya settle"
        })
public final class SettleCommand implements Callable<Integer> {
    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private LineCommand lines;

    @Override
    public Integer call() throws IOException {
        return lines.answer(new SettleAnswerer(new TariffLookup(utilities.folderLibrary()::read)));
    }
}
