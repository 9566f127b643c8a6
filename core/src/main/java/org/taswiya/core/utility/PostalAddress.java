package org.taswiya.core.utility;

/// Where somebody can be written to, in the parts that machines want.
///
/// @param street with its number; may be empty
/// @param postCode may be empty
/// @param country two capital letters of ISO 3166; [#UNKNOWN_COUNTRY] where nobody has said which
public record PostalAddress(String street, String city, String postCode, String country) {
    /// Kept free by ISO 3166 for whatever a user means by it: no country, so that nothing passes for one.
    public static final String UNKNOWN_COUNTRY = "ZZ";

    public PostalAddress {
        if (city.isBlank() || !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("The city '" + city + "' in the country '" + country + "'");
        }
    }
}
