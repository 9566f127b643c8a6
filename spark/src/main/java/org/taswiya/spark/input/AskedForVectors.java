package org.taswiya.spark.input;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.spark.input.Vectors.Decimals;
import org.taswiya.spark.input.Vectors.Lists;

/// Makes what is known of an agreement besides its dial of the columns of a batch.
final class AskedForVectors {
    private final Lists facts;
    private final Words<Determinant>.Column determinant;
    private final ColumnVector from;
    private final Decimals value;
    private final Lists days;
    private final ColumnVector day;
    private final Lists bands;
    private final Words<String>.Column band;
    private final Decimals quantity;
    private final ColumnVector highestFrom;
    private final ColumnVector highestSeconds;
    private final Decimals highest;
    private final ColumnVector estimated;
    private final RegisterVectors registers;
    private final Lists ofRegisters;

    AskedForVectors(Lists facts, Lists days, Lists registers, AccountWords words) {
        this.facts = facts;
        this.determinant = words.determinants().in(facts.field(0));
        this.from = facts.field(1);
        this.value = new Decimals(facts.field(2), facts.field(3));
        this.days = days;
        this.day = days.field(0);
        this.bands = Lists.of(days.field(1));
        this.band = words.codes().in(bands.field(0));
        this.quantity = new Decimals(bands.field(1), bands.field(2));
        this.highestFrom = bands.field(3);
        this.highestSeconds = bands.field(4);
        this.highest = new Decimals(bands.field(5), bands.field(6));
        this.estimated = bands.field(7);
        this.ofRegisters = registers;
        this.registers = new RegisterVectors(registers, words);
    }

    AskedFor of(int agreement) {
        if (facts.count(agreement) == 0 && days.count(agreement) == 0 && ofRegisters.count(agreement) == 0) {
            return AskedFor.NOTHING;
        }
        return new AskedFor(
                facts.list(
                        agreement,
                        at -> new AgreementFact(determinant.get(at), Days.of(from.getInt(at)), value.get(at))),
                days.list(agreement, at -> new CountedDay(Days.of(day.getInt(at)), bands(at))),
                registers.list(agreement));
    }

    private SortedMap<String, CountedDay.Band> bands(int ofDay) {
        SortedMap<String, CountedDay.Band> sums = new TreeMap<>();
        int first = bands.first(ofDay);
        for (int at = first; at < first + bands.count(ofDay); at++) {
            sums.put(band.get(at), new CountedDay.Band(quantity.get(at), highest(at), estimated.getInt(at)));
        }
        return sums;
    }

    private @Nullable Demand highest(int at) {
        return highest.isUnknown(at)
                ? null
                : new Demand(
                        Instant.ofEpochSecond(highestFrom.getLong(at)), highestSeconds.getLong(at), highest.get(at));
    }
}
