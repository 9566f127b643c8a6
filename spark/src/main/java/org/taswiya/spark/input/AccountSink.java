package org.taswiya.spark.input;

import java.io.IOException;
import org.taswiya.store.run.Withheld;

/// Takes the accounts of one range, in their order.
public interface AccountSink {

    void account(AccountToBill account) throws IOException;

    /// An agreement of the range for which not even the input could be put together.
    void withheld(Withheld agreement) throws IOException;
}
