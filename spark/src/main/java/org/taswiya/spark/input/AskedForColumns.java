package org.taswiya.spark.input;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.interval.Demand;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of what is known of an agreement besides its dial: its facts, what its intervals count day by day, and
/// its registers by time band.
final class AskedForColumns {
    private final Group facts;
    private final WordColumn determinant;
    private final WholeColumn from;
    private final DecimalColumn value;
    private final Group days;
    private final WholeColumn day;
    private final Group bands;
    private final WordColumn band;
    private final DecimalColumn quantity;
    private final BigColumn highestFrom;
    private final BigColumn highestSeconds;
    private final DecimalColumn highest;
    private final WholeColumn estimated;
    private final RegisterColumns registers;

    AskedForColumns(Group agreements) {
        this.facts = agreements.list("facts");
        this.determinant = facts.word("determinant");
        this.from = facts.whole("from");
        this.value = facts.decimal("value", "scale");
        this.days = agreements.list("countedDays");
        this.day = days.whole("day");
        this.bands = days.list("bands");
        this.band = bands.word("band");
        this.quantity = bands.decimal("quantity", "quantityScale");
        this.highestFrom = bands.big("highestFrom");
        this.highestSeconds = bands.big("highestSeconds");
        this.highest = bands.decimal("highest", "highestScale");
        this.estimated = bands.whole("estimated");
        this.registers = new RegisterColumns(agreements.list("registers"));
    }

    void write(AskedFor known) {
        facts.each(known.facts(), this::write);
        days.each(known.days(), this::write);
        registers.write(known.registers());
    }

    private void write(AgreementFact fact) {
        determinant.put(fact.determinant().code());
        from.put(fact.from());
        value.put(fact.value());
    }

    private void write(CountedDay counted) {
        day.put(counted.day());
        bands.each(List.copyOf(counted.bands().entrySet()), this::write);
    }

    private void write(Map.Entry<String, CountedDay.Band> one) {
        band.put(one.getKey());
        CountedDay.Band sums = one.getValue();
        quantity.put(sums.quantity());
        Demand demand = sums.highest();
        if (demand == null) {
            highestFrom.none();
            highestSeconds.none();
            highest.none();
        } else {
            highestFrom.put(seconds(demand.from()));
            highestSeconds.put(demand.seconds());
            highest.put(demand.quantity());
        }
        estimated.put(sums.estimated());
    }

    /// Intervals begin at whole seconds.
    private static long seconds(Instant at) {
        if (at.getNano() != 0) {
            throw new IllegalStateException("An interval begins at " + at + ", which is no whole second");
        }
        return at.getEpochSecond();
    }
}
