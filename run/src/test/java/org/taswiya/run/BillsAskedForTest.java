package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.deliver.sms.SmsText;
import org.taswiya.run.sending.MessageMaker;

/// Bills that are made ahead are the bills that were asked for, in whatever order that is.
final class BillsAskedForTest {
    private static final int HOUSES = 40;

    private static Optional<SmsText> text(MessageMaker maker, long serial) {
        return maker.billSms(new Cause(Cause.Kind.BILL, new BillNumber(serial).toString()), Language.FR);
    }

    @Test
    void anyOrderGivesTheSameBills() {
        MailTown town = new MailTown(TestDatabases.fresh());
        town.fill(HOUSES, 16);
        List<String> alone = LongStream.rangeClosed(1, HOUSES)
                .mapToObj(serial -> text(town.maker(), serial).orElseThrow().text())
                .toList();
        assertThat(alone).doesNotHaveDuplicates();
        List<long[]> orders = List.of(
                LongStream.rangeClosed(1, HOUSES).toArray(),
                new long[] {3, 1, 2, 5, 4, 7, 6, 9, 12, 11, 10, 8, 40, 39, 13, 14, 2, 15, 3, 16},
                IntStream.rangeClosed(1, HOUSES).mapToLong(i -> HOUSES + 1 - i).toArray());
        for (long[] order : orders) {
            MessageMaker maker = town.maker();
            for (long serial : order) {
                assertThat(text(maker, serial).orElseThrow().text())
                        .as("bill %d", serial)
                        .isEqualTo(alone.get((int) serial - 1));
            }
            assertThat(text(maker, HOUSES + 1)).as("no such bill").isEmpty();
        }
    }
}
