package org.taswiya.store.receivables;

import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;

/// The items that a payer named, as the books keep them: one a line, its kind before its number.
public final class NamedItems {
    private NamedItems() {}

    public static String text(List<ItemKey> named) {
        return named.stream().map(ItemKey::toString).collect(Collectors.joining("\n"));
    }

    public static List<ItemKey> parse(String text) {
        return text.lines()
                .map(line -> {
                    int space = line.indexOf(' ');
                    return new ItemKey(ItemKind.ofCode(line.substring(0, space)), line.substring(space + 1));
                })
                .toList();
    }
}
