package org.taswiya.core.customer;

/// Whom a bill is sent to, as it is printed. Data of the bill's day: a later move or marriage does not change it.
///
/// @param arabicName as the customer writes it in Arabic letters
/// @param latinName as the customer writes it in Latin letters
/// @param address of the premise served, in whichever letters it is known
/// @param reference the account's reference as it is printed: `1234 567 890`
public record Addressee(String arabicName, String latinName, String address, String reference) {
    /// What stands for the name of somebody who is forgotten, in the books and on papers.
    public static final String ERASED = "[...]";

    /// Whether the customer is forgotten: a bill that is made again names nobody.
    public boolean isErased() {
        return latinName.equals(ERASED);
    }

    public static Addressee of(Customer customer, CustomerAccount account, Premise premise) {
        return new Addressee(customer.arabicName(), customer.latinName(), premise.address(), account.printed());
    }
}
