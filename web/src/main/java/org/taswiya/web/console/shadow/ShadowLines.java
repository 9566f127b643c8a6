package org.taswiya.web.console.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.store.shadow.StoredShadow.Bin;
import org.taswiya.store.shadow.StoredShadow.Hit;
import org.taswiya.store.shadow.StoredShadow.Left;
import org.taswiya.store.shadow.StoredShadow.Sum;

/// A shadow run as lines for a spreadsheet, one for each sum. Codes and references hold no comma, so nothing is quoted.
final class ShadowLines {
    private static final String HEAD = "part,name,block,bills,old total,new total,difference,more,less,same";

    private ShadowLines() {}

    static String of(StoredShadow shadow) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        shadow.sums().forEach(sum -> lines.add(line(sum)));
        shadow.bins().forEach(bin -> lines.add(line(bin)));
        shadow.dearer().forEach(hit -> lines.add(line("dearer", hit)));
        shadow.cheaper().forEach(hit -> lines.add(line("cheaper", hit)));
        shadow.left().forEach(left -> lines.add(line(left)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Sum sum) {
        return String.join(
                ",",
                sum.part().name().toLowerCase(Locale.ROOT),
                sum.name(),
                sum.block() == 0 ? "" : Integer.toString(sum.block()),
                Long.toString(sum.bills()),
                sum.before().toString(),
                sum.after().toString(),
                sum.difference().toString(),
                Long.toString(sum.more()),
                Long.toString(sum.less()),
                Long.toString(sum.same()));
    }

    private static String line(Bin bin) {
        Money upTo = bin.upTo();
        String direction = bin.direction() > 0 ? "more" : bin.direction() < 0 ? "less" : "same";
        String name = bin.direction() == 0
                ? direction
                : direction + " over " + bin.above() + (upTo == null ? "" : " to " + upTo);
        return "spread," + name + ",," + bin.bills() + ",,," + bin.difference() + ",,,";
    }

    private static String line(String part, Hit hit) {
        return part + "," + hit.account() + ",," + hit.bills() + "," + hit.before() + "," + hit.after() + ","
                + hit.difference() + ",,,";
    }

    private static String line(Left left) {
        return (left.isCaused() ? "held by the new" : "not compared") + "," + left.reason() + ",," + left.agreements()
                + ",,,,,,";
    }
}
