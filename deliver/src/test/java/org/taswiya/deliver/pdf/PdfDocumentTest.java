package org.taswiya.deliver.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.deliver.type.TypeSetter;

class PdfDocumentTest {
    private static final Titled TITLED = new Titled("t", "a", "fr", false, LocalDate.of(2020, 6, 1), "");

    private static void write(OutputStream out, int pages) throws IOException {
        TypeSetter setter = new TypeSetter();
        PdfDocument sheets = PdfDocument.sheets(out);
        for (int i = 1; i <= pages; i++) {
            PageContent page = sheets.page();
            page.begin(sheets.structure());
            page.text(setter.line("sheet " + i, i % 2 == 0, false), 10, new Rgb(0, 0, 0), 50, 700);
            page.end();
            sheets.flush();
        }
        sheets.close(TITLED, List.of());
        assertThat(sheets.pages()).isEqualTo(pages);
    }

    @ParameterizedTest(name = "{0} sheets")
    @ValueSource(ints = {1, 127, 128, 129, 1000})
    void sheetsKeepTheirOrder(int pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, pages);
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            assertThat(read.getNumberOfPages()).isEqualTo(pages);
            PDFTextStripper text = new PDFTextStripper();
            for (int page : new int[] {1, pages / 2 + 1, pages}) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(read).strip()).isEqualTo("sheet " + page);
            }
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        write(again, pages);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }
}
