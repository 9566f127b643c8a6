package org.taswiya.intake.tariff;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Checks that blocks, read in order, begin at zero, follow each other without gap, and that only the last is open.
final class Ladder {

    private final Findings findings;
    private final int size;
    private int read;

    /// The published upper bound of the block before; null when it could not be read.
    private @Nullable Decimal published = Decimal.ZERO;

    /// The same with its tolerance.
    private Decimal counting = Decimal.ZERO;

    /// What each person adds to the bound of the block before, and by how much more the next one grows.
    private Decimal perPerson = Decimal.ZERO;

    private boolean grows;

    Ladder(Findings findings, int size) {
        this.findings = findings;
        this.size = size;
    }

    /// What each person adds to the bound of the next block, to be asked before its bound: bounds ascend for any number
    /// of persons when neither they nor this ever falls.
    Decimal perPerson(YamlFields block) {
        Decimal added = block.optionalNumber("perPerson", Limit.ZERO_OR_MORE);
        if (added != null && !block.has("upTo")) {
            findings.add(block.placeOf("perPerson"), "persons on the open block", "'perPerson' only beside upTo");
        }
        if (added == null) {
            added = Decimal.ZERO;
        }
        if (block.has("upTo") && added.compareTo(perPerson) < 0) {
            findings.add(
                    block.has("perPerson") ? block.placeOf("perPerson") : block.place(),
                    added + " for each person",
                    "at least " + perPerson + ", as in the block before");
        }
        grows = added.compareTo(perPerson) > 0;
        perPerson = added;
        return added;
    }

    /// The published upper bound of the next block; null for the open one or after a finding.
    @Nullable Decimal upperBound(YamlFields block) {
        read++;
        Decimal above = block.optionalNumber("above", Limit.ZERO_OR_MORE);
        Decimal expected = published;
        if (!block.has("above")) {
            block.number("above", Limit.ZERO_OR_MORE);
        } else if (above != null && expected != null && above.compareTo(expected) != 0) {
            String reason = read == 1 ? ": the first block begins at zero" : ", where the block before ends";
            findings.add(block.placeOf("above"), above.toString(), expected + reason);
        }
        Decimal upTo = block.optionalNumber("upTo", grows ? Limit.ZERO_OR_MORE : Limit.ABOVE_ZERO);
        checkOpen(block);
        if (upTo != null && above != null && isNoRise(upTo, above)) {
            findings.add(
                    block.placeOf("upTo"),
                    upTo.toString(),
                    (grows ? "a bound of at least " : "a bound above ") + above);
            upTo = null;
        }
        published = upTo;
        return upTo;
    }

    private boolean isNoRise(Decimal upTo, Decimal from) {
        return grows ? upTo.compareTo(from) < 0 : upTo.compareTo(from) <= 0;
    }

    private void checkOpen(YamlFields block) {
        boolean last = read == size;
        if (last && block.has("upTo")) {
            findings.add(block.placeOf("upTo"), "a last block with an end", "the last block open, without upTo");
        } else if (!last && !block.has("upTo")) {
            findings.add(block.place(), "an open block before the last", "'upTo', the block's upper bound");
        }
    }

    /// The tolerance of the block just read.
    Decimal tolerance(YamlFields block, @Nullable Decimal upTo) {
        Decimal tolerance = block.optionalNumber("tolerance", Limit.ZERO_OR_MORE);
        if (tolerance == null) {
            tolerance = Decimal.ZERO;
        } else if (!block.has("upTo")) {
            findings.add(block.placeOf("tolerance"), "a tolerance on the open block", "a tolerance only beside upTo");
        }
        if (upTo != null) {
            Decimal bound = upTo.plus(tolerance);
            if (isNoRise(bound, counting)) {
                findings.add(
                        block.placeOf("upTo"),
                        "a bound of " + bound + " with its tolerance",
                        "a bound above " + counting + ", which the block before reaches with its own");
            }
            counting = bound;
        }
        return tolerance;
    }
}
