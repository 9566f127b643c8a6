package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import org.taswiya.intake.yaml.Finding;

/// A good book with one piece of it replaced by what is refused.
///
/// @param found part of what the finding says was found; `ANY` where several tell it
record FaultyBook(String good, String piece, String replacement, String found, String expected) {

    private String text() {
        String text = good.replace(piece, replacement);
        assertThat(text).isNotEqualTo(good);
        return text;
    }

    /// @param isToldBySchema whether editors see it too
    void isRefused(boolean isToldBySchema) {
        String text = text();
        assertThat(TariffBookParser.parse("book.yaml", text))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        book -> assertThat(book.findings()).anySatisfy(finding -> {
                            assertThat(isOf(finding)).as("%s", book.findings()).isTrue();
                            assertThat(finding.line()).isPositive();
                            assertThat(finding.column()).isPositive();
                        }));
        assertThat(TariffSchemaTest.faults(text).isEmpty()).isEqualTo(!isToldBySchema);
    }

    private boolean isOf(Finding finding) {
        return found.equals("ANY")
                || (finding.found().contains(found) && finding.expected().contains(expected));
    }
}
