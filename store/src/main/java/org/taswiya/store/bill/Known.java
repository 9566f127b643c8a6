package org.taswiya.store.bill;

/// What of the books a bill may know: everything, or what was there when a batch of some run was billed.
///
/// @param change the greatest change that is known: readings, exchanges, vacancies, suspensions, meters,
///     cancellations and reopenings that a later one brought are not seen
/// @param beforeRun bills of this run and of later ones are not seen; runs follow each other
public record Known(long change, long beforeRun) {
    /// Everything that is there.
    public static final Known ALL = new Known(Long.MAX_VALUE, Long.MAX_VALUE);

    /// A condition on a row that names its change; nothing where all is known.
    ///
    /// @param row its name in the query
    public String change(String row) {
        return equals(ALL) ? "" : " and " + row + ".change <= " + change;
    }

    /// A condition on a bill; nothing where all is known.
    public String bill(String row) {
        return equals(ALL) ? "" : " and " + row + ".run < " + beforeRun;
    }
}
