package org.taswiya.spark.billing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.spark.parquet.TextFile;
import org.taswiya.store.run.Cycle.Plan;

/// Says in a folder what its files were made from, so that what is made with other accounts, prices or days never
/// comes to lie beside them.
public final class RunMark {
    private final String folder;
    private final TextFile file;

    /// @param folder as messages call it
    public RunMark(String folder, TextFile file) {
        this.folder = folder;
        this.file = file;
    }

    /// Marks a folder, or finds that it is marked so already.
    ///
    /// @throws RunRefused when it is marked otherwise
    public void require(RunInput input, Terms terms, long lastBefore) throws IOException {
        List<String> wanted = lines(input, terms, lastBefore);
        Optional<List<String>> found = file.read();
        if (found.isPresent()) {
            compare(wanted, found.get());
        } else {
            file.write(wanted);
        }
    }

    private void compare(List<String> wanted, List<String> found) {
        for (int i = 0; i < wanted.size(); i++) {
            String other = i < found.size() ? found.get(i) : "nothing";
            if (!wanted.get(i).equals(other)) {
                throw new RunRefused(folder + " was begun with other inputs: there '" + other + "', here '"
                        + wanted.get(i) + "'. Go on with those, or name another folder with --output.");
            }
        }
    }

    private static List<String> lines(RunInput input, Terms terms, long lastBefore) {
        return List.of(
                "rules " + AccountBilling.ENGINE,
                "to " + terms.cycle().billTo(),
                "on " + terms.cycle().billedOn(),
                "plan " + plan(terms.cycle().plan()),
                "accounts from " + input.words(),
                "ranges " + sum(String.join(" ", input.ranges())),
                "bills after number " + lastBefore,
                "policies " + sum(terms.policies()),
                "price books " + sum(books(terms)),
                terms.withDigests() ? "with --digest" : "without --digest");
    }

    /// What decides about the bills; why they are dated outside the window does not.
    private static String plan(@Nullable Plan plan) {
        return plan == null
                ? "none"
                : plan.name() + ", read to " + plan.readTo() + ", due on "
                        + (plan.dueOn() == null ? "the day that tariffs say" : plan.dueOn());
    }

    private static String books(Terms terms) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> book : terms.books().entrySet()) {
            all.append(book.getKey()).append('\n').append(book.getValue());
        }
        return all.toString();
    }

    private static String sum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
