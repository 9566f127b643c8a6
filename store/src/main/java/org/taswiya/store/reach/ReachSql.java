package org.taswiya.store.reach;

import java.time.LocalDate;

/// When a channel reaches an account, as tables of a query.
final class ReachSql {
    /// Read whole and hashed, for all accounts at once: a row for each account with an agreement in force. Of `sms` and
    /// `email` 2 is confirmed, 1 not, 0 none. Where nobody asks for class or area, their tables are not read: nothing
    /// hangs on what is joined from the left.
    private static final String REACH = """
            served as (
                select a.account, min(p.area) as area
                from service_agreement a
                left join usage_point u on u.reference = a.usage_point left join premise p on p.reference = u.premise
                where a.from_day <= {day} and (a.to_day is null or a.to_day > {day})
                group by a.account),
            held as (
                select distinct on (n.account) n.account, n.change from contact_set n
                where n.since <= {day} order by n.account, n.since desc, n.change desc),
            proven as (
                select distinct k.account, k.channel, k.address
                from contact_code k join contact_code_try t on t.contact_code = k.id and t.is_right),
            returned as (select distinct account, address from returned_mail where returned_on <= {day}),
            rung as (
                select h.account, c.channel, case when p.account is null then 1 else 2 end as worth,
                       b.account is not null or r.account is not null as came_back
                from held h join contact c on c.account = h.account and c.change = h.change
                left join proven p on p.account = c.account and p.channel = c.channel and p.address = c.address
                left join contact_bounce b
                    on b.account = c.account and b.contact_change = c.change and b.ordinal = c.ordinal
                left join returned r on c.channel = 'post' and r.account = c.account and r.address = c.address),
            way as (
                select account, max(worth) filter (where channel = 'sms' and not came_back) as sms,
                       max(worth) filter (where channel = 'email' and not came_back) as email,
                       bool_or(channel = 'push' and not came_back) as push,
                       bool_or(channel = 'post' and not came_back) as post, bool_or(came_back) as came_back
                from rung group by account),
            reach as (
                select s.account, s.area, c.class, coalesce(w.sms, 0) as sms, coalesce(w.email, 0) as email,
                       coalesce(w.push, false) as push, coalesce(w.post, false) as post,
                       coalesce(w.came_back, false) as came_back
                from served s
                left join customer_account a on a.reference = s.account
                left join customer c on c.reference = a.customer
                left join way w on w.account = s.account)""";

    /// By none of the channels that reach a screen.
    static final String NO_SCREEN = "sms = 0 and email = 0 and not push";

    private ReachSql() {}

    /// A list of tables, the last of them `reach`, as of a day.
    static String tables(LocalDate day) {
        return REACH.replace("{day}", "date '" + day + "'");
    }

    /// The condition on `reach` that somebody is of a set.
    static String of(Chosen chosen) {
        return switch (chosen) {
            case UNREACHED -> NO_SCREEN + " and not post";
            case POST_ONLY -> NO_SCREEN + " and post";
            case CAME_BACK -> "came_back and sms < 2 and email < 2";
            case UNCONFIRMED -> "sms < 2 and email < 2 and sms + email > 0";
        };
    }
}
