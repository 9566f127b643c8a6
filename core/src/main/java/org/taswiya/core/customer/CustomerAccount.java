package org.taswiya.core.customer;

/// What is billed and pays; a customer may have several.
///
/// @param reference ten digits, printed 4-3-3
/// @param customer the customer's reference
public record CustomerAccount(String reference, String customer) {

    public CustomerAccount {
        if (!reference.matches("[0-9]{10}")) {
            throw new IllegalArgumentException("Account reference '" + reference + "' is not ten digits");
        }
    }

    /// The reference as it is printed: `1234 567 890`.
    public String printed() {
        return printed(reference);
    }

    /// The same of a reference alone.
    public static String printed(String reference) {
        return reference.substring(0, 4) + " " + reference.substring(4, 7) + " " + reference.substring(7);
    }
}
