package org.taswiya.core.privacy;

import java.util.Locale;

/// Why a customer cannot be forgotten yet.
public enum ErasureObstacle {
    /// They are served by an agreement.
    SERVED("served by", "end it first: ./taswiya agreement move-out"),
    /// An agreement has ended, and its final bill is not made.
    UNBILLED("no final bill of", "bill it first"),
    /// They owe money.
    OWES("still owed:", "it is paid or given up first"),
    /// Money of theirs is here.
    CREDIT("money of theirs:", "give it back first: ./taswiya refund"),
    /// A deposit of theirs is kept.
    DEPOSIT("a deposit is kept:", "give it back first: ./taswiya deposit return"),
    /// A refund is on its way.
    REFUND("a refund is on its way:", "wait until the bank has answered"),
    /// They pay by instalments.
    ARRANGEMENT("an arrangement runs:", "it is kept or ended first"),
    /// A dispute is open.
    DISPUTE("a dispute is open:", "decide it first: ./taswiya dispute resolve"),
    /// They have applied for a new connection.
    APPLICATION("a new connection is applied for:", "it is made or withdrawn first"),
    /// A message is being sent to them at this moment.
    SENDING("being sent at this moment:", "ask again in a minute");

    private final String found;
    private final String todo;

    ErasureObstacle(String found, String todo) {
        this.found = found;
        this.todo = todo;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A sentence with what was found and what to do.
    ///
    /// @param what as the books call it
    public String sentence(String what) {
        return found + " " + what + "; " + todo;
    }
}
