package org.taswiya.store.privacy;

/// A table of which some rows are about a customer, and how those are found.
///
/// @param source what is read: the table, or a view that tells the same in words
/// @param where a condition on `t`, in which `:customer` stands for the customer's reference
/// @param shown an expression that makes a JSON object of `t`
/// @param order columns that order the rows; those of the table's key when empty
record ExportedTable(String table, ExportPart part, String source, String where, String shown, String order) {
    /// Those of the customer.
    static final String ACCOUNTS = "(select k.reference from customer_account k where k.customer = :customer)";

    /// What ended before an agreement began, or began after it ended, is somebody else's. Both its days count: the
    /// reading by which one of them is billed up to a day bills the other from it.
    private static final String DURING = "t.usage_point in (select s.usage_point from service_agreement s"
            + " where s.account in " + ACCOUNTS + ") and exists (select from service_agreement s"
            + " where s.usage_point = t.usage_point and s.account in " + ACCOUNTS + " and {from} >= s.from_day"
            + " and (s.to_day is null or {to} <= s.to_day))";

    ExportedTable(String table, ExportPart part, String where) {
        this(table, part, table, where, "to_jsonb(t)", "");
    }

    /// One whose column `account` says whose its rows are.
    static ExportedTable ofAccount(ExportPart part, String table) {
        return new ExportedTable(table, part, "t.account in " + ACCOUNTS);
    }

    /// One whose rows are of an agreement.
    static ExportedTable ofAgreement(ExportPart part, String table) {
        return new ExportedTable(
                table,
                part,
                "t.agreement in (select s.reference from service_agreement s where s.account in " + ACCOUNTS + ")");
    }

    /// One whose rows are of a usage point on days.
    ///
    /// @param from its first day
    /// @param to its last day
    static ExportedTable during(ExportPart part, String table, String from, String to) {
        return new ExportedTable(table, part, DURING.replace("{from}", from).replace("{to}", to));
    }

    /// One whose rows go with those of this table.
    ///
    /// @param columns of the other, as many as there are in `of`
    ExportedTable and(String other, String columns, String of) {
        return new ExportedTable(
                other,
                part,
                "(" + prefixed(columns) + ") in (select " + prefixed(of) + " from " + table + " t where " + where
                        + ")");
    }

    private static String prefixed(String columns) {
        return "t." + columns.replace(", ", ", t.");
    }

    /// Without some columns, which tell of somebody else or are a secret.
    ExportedTable without(String... columns) {
        return showing("(" + shown + ") - '{" + String.join(",", columns) + "}'::text[]");
    }

    /// Without some columns where something does not hold.
    ExportedTable unless(ExportedTable holds, String... columns) {
        return showing("(" + shown + ") - case when " + holds.where() + " then '{}'::text[] else '{"
                + String.join(",", columns) + "}'::text[] end");
    }

    /// With something more, or something else, of each row.
    ExportedTable with(String object) {
        return showing("(" + shown + ") || " + object);
    }

    private ExportedTable showing(String object) {
        return new ExportedTable(table, part, source, where, object, order);
    }

    /// As a view tells it.
    ExportedTable as(String view, String orderedBy) {
        return new ExportedTable(table, part, view, where, shown, orderedBy);
    }
}
