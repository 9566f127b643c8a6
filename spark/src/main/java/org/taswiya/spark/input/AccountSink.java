package org.taswiya.spark.input;

import java.io.IOException;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.store.billing.Withheld;

/// Takes the accounts of one range, in their order.
public interface AccountSink {

    /// @param released agreements whose bill leaves whatever the checks find
    void account(AccountInput account, Set<String> released) throws IOException;

    /// An agreement of the range for which not even the input could be put together.
    void withheld(Withheld agreement) throws IOException;
}
