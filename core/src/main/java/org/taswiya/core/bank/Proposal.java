package org.taswiya.core.bank;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An account whose payment a transaction may be, and what speaks for it.
///
/// @param evidence one or more
public record Proposal(String account, Set<Evidence> evidence) {

    /// What speaks for an account, the strongest first.
    public enum Evidence {
        /// The payer names it, and others beside it.
        NAMED,
        /// An earlier payment from the same account at a bank was this account's.
        SAME_PAYER,
        /// The amount is open on one item, and on one account alone.
        SAME_AMOUNT,
        /// The payer's name resembles the customer's.
        SIMILAR_NAME;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Comparator<Proposal> RANK = Comparator.comparingInt(
                    (Proposal proposal) -> -proposal.evidence.size())
            .thenComparing(proposal -> proposal.evidence.iterator().next())
            .thenComparing(Proposal::account);

    public Proposal {
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
    }

    /// The best one first: the one for which most speaks, then the strongest, then the smallest account.
    public static List<Proposal> ranked(Map<String, ? extends Set<Evidence>> found) {
        return found.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new Proposal(one.getKey(), one.getValue()))
                .sorted(RANK)
                .toList();
    }
}
