package org.taswiya.spark.load;

import java.util.List;

/// A table and the query of the files that fills it.
///
/// A number followed by a column of the same name and `_scale` is one decimal.
///
/// @param folder of the run's output whose files are read
/// @param from where its rows come from; `{files}` stands for the files, `rates` for the charge rates of the run
/// @param columns of the query after the name of the file, in the order of the table
record LoadTable(String name, String folder, String from, String columns) {
    private static final String SEGMENTS = "{files} lateral view posexplode(segments) s as si, s";
    private static final String AMOUNTS = SEGMENTS + " lateral view posexplode(s.amounts) a as ai, a";
    private static final String LINES = "(select file, serial, si, li, l from " + SEGMENTS
            + " lateral view posexplode(s.lines) l as li, l) join rates r on r.rate = l.rate";
    private static final String POSTINGS = "{files} lateral view posexplode(postings) p as pi, p";
    private static final String REASONS = "{files} lateral view posexplode(reasons) r as ri, r";

    static final List<LoadTable> ALL = List.of(
            new LoadTable("bill", "bills", "{files}", """
                    serial, number, agreement, account, service, tariff, billedOn as billed_on, dueOn as due_on, basis,
                    net, tax, total, stampIfCash as stamp_if_cash, arrears, instalments,
                    firstInstalment as first_instalment, eachInstalment as each_instalment"""),
            new LoadTable("bill_segment", "bills", SEGMENTS, """
                    serial as bill, si + 1 as ordinal, s.kind, s.from as from_day, s.to as to_day, s.usage,
                    s.scale as usage_scale, s.claimedNet as claimed_net, s.claimedTax as claimed_tax"""),
            new LoadTable("claimed_amount", "bills", AMOUNTS, """
                    serial as bill, si + 1 as segment, ai + 1 as ordinal, a.isTax as is_tax, a.code, a.due,
                    a.claimed"""),
            new LoadTable("charge_line", "bills", LINES, """
                    serial as bill, si + 1 as segment, li + 1 as ordinal, r.component, r.block, l.from as from_day,
                    l.to as to_day, l.quantity, l.quantityScale as quantity_scale, r.unit, r.price,
                    r.priceScale as price_scale, l.shareDays as share_days, l.shareOfDays as share_of_days,
                    r.taxRate as tax_rate, r.taxRateScale as tax_rate_scale, l.amount, r.clause"""),
            new LoadTable("posting", "bills", POSTINGS, "serial as bill, pi + 1 as ordinal, p.account, p.amount"),
            new LoadTable(
                    "withheld",
                    "withheld",
                    REASONS,
                    "agreement, ri + 1 as ordinal, outcome, r.reason, r.found, atRisk as at_risk"));

    /// The query of a view of the files.
    String query(String files) {
        return "select file, " + columns + " from " + from.replace("{files}", files);
    }
}
