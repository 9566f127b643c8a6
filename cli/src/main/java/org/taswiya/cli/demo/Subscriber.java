package org.taswiya.cli.demo;

import java.util.List;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;

/// A customer of the demo with one account, one premise and what is supplied there.
///
/// @param label what kind of customer it is, as screens write it
/// @param cycle the billing cycle, which says when the account is read and billed
record Subscriber(
        String label,
        Customer customer,
        CustomerAccount account,
        Premise premise,
        String cycle,
        List<Supply> supplies) {

    Subscriber {
        supplies = List.copyOf(supplies);
    }
}
