package org.taswiya.deliver.explain;

import java.util.List;
import org.taswiya.deliver.bill.Table;

/// What a paper about an account that is no bill says in one language: a receipt, a schedule of instalments.
///
/// @param facts what it is known by, in the same order in every language
/// @param label what the amount is
/// @param notes what is to be known about the amount
/// @param heading of the table
/// @param table empty where nothing is in it
/// @param sentences under the table, as many in every language
public record AccountPaper(
        String title,
        List<Fact> facts,
        String label,
        String amount,
        String inWords,
        List<String> notes,
        String heading,
        Table table,
        List<String> sentences) {
    public AccountPaper {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        sentences = List.copyOf(sentences);
    }

    /// One thing that a paper is known by, such as its number.
    public record Fact(String key, String value) {}
}
