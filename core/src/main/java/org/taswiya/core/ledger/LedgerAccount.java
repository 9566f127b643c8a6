package org.taswiya.core.ledger;

/// An account of the ledger, named from the general to the particular: `revenue:electricity:energy`.
public record LedgerAccount(String name) implements Comparable<LedgerAccount> {
    /// What customers owe.
    public static final LedgerAccount RECEIVABLE = new LedgerAccount("assets:receivable");

    /// What customers have to their credit.
    public static final LedgerAccount CUSTOMER_CREDIT = new LedgerAccount("liabilities:customer-credit");

    public LedgerAccount {
        if (!isWordsJoinedByColons(name)) {
            throw new IllegalArgumentException("Ledger account '" + name + "' is not words joined by colons");
        }
    }

    /// By hand, because a bill has five of them and a regular expression costs more than its price.
    private static boolean isWordsJoinedByColons(String name) {
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isOfWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            if (!isOfWord && (c != ':' || !inWord)) {
                return false;
            }
            inWord = isOfWord;
        }
        return inWord;
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
