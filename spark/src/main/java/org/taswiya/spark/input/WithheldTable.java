package org.taswiya.spark.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.TextColumn;
import org.taswiya.spark.parquet.UnreadableFile;
import org.taswiya.spark.parquet.WordColumn;
import org.taswiya.store.run.Withheld;
import org.taswiya.store.run.Withheld.Outcome;
import org.taswiya.store.run.Withheld.Reason;

/// Agreements that get no bill, as rows of `withheld.sql`. The sentence has what was found; its figures by themselves
/// are for pages, and no page reads this.
public final class WithheldTable {
    /// One row for each agreement.
    public static final Table TABLE = Table.stated(WithheldTable.class, "withheld.sql");

    private final TableWriter writer;
    private final TextColumn agreement;
    private final WordColumn outcome;
    private final org.taswiya.spark.parquet.Group reasons;
    private final WordColumn reason;
    private final TextColumn found;
    private final BigColumn atRisk;

    public WithheldTable(TableWriter writer) {
        this.writer = writer;
        this.agreement = writer.row().text("agreement");
        this.outcome = writer.row().word("outcome");
        this.reasons = writer.row().list("reasons");
        this.reason = reasons.word("reason");
        this.found = reasons.text("found");
        this.atRisk = writer.row().big("atRisk");
    }

    public void write(Withheld withheld) throws IOException {
        agreement.put(withheld.agreement());
        outcome.put(withheld.outcome().code());
        reasons.each(withheld.reasons(), of -> {
            reason.put(of.code());
            found.put(of.found());
        });
        Money amount = withheld.atRisk();
        if (amount == null) {
            atRisk.none();
        } else {
            atRisk.put(amount.minorUnits());
        }
        writer.endRow();
    }

    /// The rows of a file. There are few: they are read in the plainest way.
    public static List<Withheld> read(Configuration configuration, Path file) throws IOException {
        List<Withheld> all = new ArrayList<>();
        try (ParquetReader<Group> rows = ParquetReader.builder(new GroupReadSupport(), file)
                .withConf(configuration)
                .build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                all.add(withheld(row));
            }
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.exported(file, e);
        }
        return all;
    }

    private static Withheld withheld(Group row) {
        Group list = row.getGroup("reasons", 0);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            Group reason = list.getGroup(0, i).getGroup(0, 0);
            reasons.add(new Reason(reason.getString("reason", 0), reason.getString("found", 0), HoldFigures.NONE));
        }
        Outcome outcome = row.getString("outcome", 0).equals(Outcome.HELD.code()) ? Outcome.HELD : Outcome.FAILED;
        boolean isKnown = row.getType().containsField("atRisk") && row.getFieldRepetitionCount("atRisk") > 0;
        Money atRisk = isKnown ? Money.ofMinor(row.getLong("atRisk", 0)) : null;
        return new Withheld(row.getString("agreement", 0), outcome, reasons, atRisk);
    }
}
