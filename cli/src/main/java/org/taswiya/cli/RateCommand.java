package org.taswiya.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya rate`: lines of usage in, priced lines out.
@Command(
        name = "rate",
        description = {
            "Prices the usage of one period under a tariff.",
            "",
            "Reads one JSON object a line and answers each with one line, in order:",
            "  id        text or number, repeated in the answer",
            "  tariff    an id such as casablanca/electricity-household, or the path of a price book",
            "  from, to  the period; the last day is not in it",
            "  usage     {\"total\":\"265\"} in the tariff's unit",
            "  paidBy      cash, cheque, card or transfer; cash bears stamp duty (optional)",
            "  households  how many share the meter (optional, 1)",
            "  rounding    none: every amount exact, with 12 decimals (optional)",
            "The answer holds the charge lines with block, price, share of the days and clause, the taxes, and"
                    + " net, tax and total. Fields that are not listed are ignored.",
            "",
            "A line that is refused is answered with {\"id\":..,\"error\":{\"reason\":..,\"message\":..,\"line\":..}}"
                    + " and stops no other. Reasons: bad-json, missing-field (also: holds another kind of value),"
                    + " bad-number, bad-date, unknown-tariff, outside-versions, negative-usage, too-large.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  echo '{\"id\":1,\"tariff\":\"casablanca/electricity-household\",\"from\":\"2020-03-01\","
                    + "\"to\":\"2020-04-01\",\"usage\":{\"total\":\"265\"},\"paidBy\":\"cash\"}' | ./taswiya rate",
            "  ./taswiya rate usages.jsonl > priced.jsonl",
            "  ./taswiya rate --utilities ~/utilities < usages.jsonl | jq -c '[.id, .total]'"
        })
final class RateCommand implements Callable<Integer> {
    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private LineCommand lines;

    @Override
    public Integer call() throws IOException {
        return lines.answer(new RateAnswerer(new TariffLookup(utilities.library()::read)));
    }
}
