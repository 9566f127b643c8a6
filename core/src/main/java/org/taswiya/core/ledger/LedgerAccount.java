package org.taswiya.core.ledger;

/// An account of the ledger, named from the general to the particular: `revenue:electricity:energy`.
public record LedgerAccount(String name) implements Comparable<LedgerAccount> {

    public LedgerAccount {
        if (!isWordsJoinedByColons(name)) {
            throw new IllegalArgumentException("Ledger account '" + name + "' is not words joined by colons");
        }
    }

    /// By hand: every posting of every bill comes by here.
    private static boolean isWordsJoinedByColons(String name) {
        boolean isInWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isOfWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            if (!isOfWord && !(c == ':' && isInWord)) {
                return false;
            }
            isInWord = isOfWord;
        }
        return isInWord;
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
