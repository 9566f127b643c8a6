package org.taswiya.core.ledger;

/// An account of the ledger, named from the general to the particular: `revenue:electricity:energy`.
public record LedgerAccount(String name) implements Comparable<LedgerAccount> {

    public LedgerAccount {
        if (!name.matches("[a-zA-Z0-9-]+(:[a-zA-Z0-9-]+)*")) {
            throw new IllegalArgumentException("Ledger account '" + name + "' is not words joined by colons");
        }
    }

    @Override
    public int compareTo(LedgerAccount other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
