package org.taswiya.deliver.pdf;

import java.time.LocalDate;

/// What a document says of itself.
///
/// @param title shown above the window
/// @param author who issued it
/// @param language a tag such as `ar-MA`
/// @param isFromRight whether it is read from the right
/// @param day on which it was issued; the clock has no say
/// @param invoiceProfile of the e-invoice inside, such as `EN 16931`; empty when there is none
public record Titled(
        String title, String author, String language, boolean isFromRight, LocalDate day, String invoiceProfile) {}
