package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RecordKind;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.store.receiving.StoredImport;
import org.taswiya.store.run.BatchTransaction;

/// Judges the rows of a batch by what the books have, and writes those that are right.
interface BatchReceiver {
    /// Rows count in the order of the list, as if each had come alone.
    ///
    /// @param tally is told what becomes of each row
    void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException;

    /// For rows that have waited since an import: a day of a feed that was corrected since is not corrected by them.
    /// Above its limit a payment never waits: it came back for that.
    static BatchReceiver again(StoredImport of, SourceMapping mapping, @Nullable ReadingChecks checks) {
        ReadingChecks asBegun = of.isChecked() ? checks : null;
        return mapping.brings() == RecordKind.FEED
                ? FeedReceiver.again(new ReadingReceiver(mapping.isCorrecting(), of.on(), asBegun), of.on(), of.id())
                : of(mapping, of.on(), asBegun, PaymentLimits.NONE);
    }

    /// @param on the day after which nothing can have happened yet
    /// @param checks by which readings are judged that are no corrections, and judged anew; null where none are
    /// @param limits of payments
    static BatchReceiver of(SourceMapping mapping, LocalDate on, @Nullable ReadingChecks checks, PaymentLimits limits) {
        return switch (mapping.brings()) {
            case READING -> new ReadingReceiver(mapping.isCorrecting(), on, checks);
            case VISIT -> new VisitReceiver(new ReadingReceiver(mapping.isCorrecting(), on, checks), on);
            case FEED -> new FeedReceiver(new ReadingReceiver(mapping.isCorrecting(), on, checks), on);
            case METER -> new MeterReceiver(on, checks);
            case EXCHANGE, RESET -> new ExchangeReceiver(on, mapping.isCorrecting(), checks);
            case CUSTOMER, ACCOUNT, PREMISE, USAGE_POINT, AGREEMENT, VACANCY -> new RecordReceiver();
            case AGREEMENT_FACT -> new FactReceiver();
            case LAMP_GROUP -> new LampReceiver();
            case SUB_METER -> new SubMeterReceiver();
            case OPEN_ITEM, CREDIT -> new OpeningReceiver(on);
            case PAYMENT -> new PaymentReceiver(on, limits);
            case FORMER_BILL -> new FormerBillReceiver(on);
        };
    }
}
