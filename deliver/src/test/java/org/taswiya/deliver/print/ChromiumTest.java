package org.taswiya.deliver.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Titled;
import org.taswiya.deliver.type.TextLine;
import org.taswiya.deliver.type.TypeSetter;
import org.taswiya.deliver.type.Typeface;

/// Arabic on paper beside the same text as a browser draws it, with the same fonts: the ink of both, line by line.
///
/// Both smooth edges in their own ways and round positions differently. So a line may be longer or higher by [#DOTS] of
/// some hundred; of all ink, put one over the other, [#INK] of a hundred may differ; and in no spot of [#SPOT] by
/// [#SPOT] dots may there be [#SPOT_INK] hundredths more or less. Measured are 1, 7 and 5; a point that is missing on
/// one letter, at this size, is 10.
class ChromiumTest {
    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final int SIZE = 40;
    private static final int SCALE = 2;
    private static final int LINE = 90;
    private static final int DOTS = 2;
    private static final int INK = 10;
    private static final int SPOT = 16;
    private static final int SPOT_INK = 7;

    private static final List<String> LINES = List.of(
            "توزيع الماء والكهرباء",
            "للأداء في أجل أقصاه",
            "لا شيء إلى الآن، والأداء لاحقًا",
            "شُكْرًا، مُقَدَّر ثم مُؤَدًّى",
            "قرئ عدادكم يوم 1 يوليوز 2020.",
            "الفاتورة رقم 4200047514VJ هنا",
            "السيد Ali (الدار) في Fès.");

    @TempDir
    private Path folder;

    @Test
    void arabicIsDrawnAsABrowserDrawsIt() throws IOException, InterruptedException {
        BufferedImage browser = browser(LINES);
        BufferedImage paper = paper(LINES);
        for (int i = 0; i < LINES.size(); i++) {
            Ink theirs = Ink.of(browser, i);
            Ink ours = Ink.of(paper, i);
            String what = LINES.get(i) + ": " + ours + " on paper, " + theirs + " in the browser";
            assertThat(Math.abs(ours.width() - theirs.width())).as(what).isLessThanOrEqualTo(DOTS);
            assertThat(Math.abs(ours.height() - theirs.height())).as(what).isLessThanOrEqualTo(DOTS);
            assertThat(ours.differsBy(theirs)).as(what).isLessThan(INK);
            assertThat(ours.worstSpot(theirs)).as(what).isLessThan(SPOT_INK);
        }
    }

    /// The measure itself: letters that are not joined, a point less, two words that changed places.
    @Test
    void wrongLinesAreTold() throws IOException, InterruptedException {
        BufferedImage right = browser(List.of("الكهرباء", "مقدر ثم", "من يوم"));
        BufferedImage wrong = paper(List.of("ا\u200Cل\u200Cك\u200Cهرباء", "مفدر ثم", "يوم من"));
        for (int i = 0; i < 3; i++) {
            Ink theirs = Ink.of(right, i);
            Ink ours = Ink.of(wrong, i);
            boolean isTold = Math.abs(ours.width() - theirs.width()) > DOTS
                    || Math.abs(ours.height() - theirs.height()) > DOTS
                    || ours.differsBy(theirs) >= INK
                    || ours.worstSpot(theirs) >= SPOT_INK;
            assertThat(isTold).as("line " + i + ": " + ours + ", " + theirs).isTrue();
        }
    }

    /// What is dark of a line.
    private record Ink(BufferedImage image, int left, int top, int right, int bottom) {

        static Ink of(BufferedImage image, int line) {
            int left = Integer.MAX_VALUE;
            int right = -1;
            int top = Integer.MAX_VALUE;
            int bottom = -1;
            int end = Math.min(image.getHeight(), (line + 1) * LINE * SCALE);
            for (int y = line * LINE * SCALE; y < end; y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if (darkness(image, x, y) > 64) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
            assertThat(right).as("a line with ink").isPositive();
            return new Ink(image, left, top, right, bottom);
        }

        private static int darkness(BufferedImage image, int x, int y) {
            boolean isInside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
            return isInside ? 255 - (image.getRGB(x, y) & 0xFF) : 0;
        }

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        /// How much of the ink, in hundredths, is not where the other's is, when both are moved to where they fit best.
        int differsBy(Ink other) {
            int least = 100;
            for (int dx = -DOTS; dx <= DOTS; dx++) {
                for (int dy = -DOTS; dy <= DOTS; dy++) {
                    least = Math.min(least, differsBy(other, dx, dy));
                }
            }
            return least;
        }

        private int differsBy(Ink other, int dx, int dy) {
            long all = 0;
            long different = 0;
            for (int y = -DOTS; y <= height() + DOTS; y++) {
                for (int x = -DOTS; x <= width() + DOTS; x++) {
                    int here = darkness(image, left + x, top + y);
                    int there = darkness(other.image, other.left + x + dx, other.top + y + dy);
                    all += here + there;
                    different += Math.abs(here - there);
                }
            }
            return (int) (100 * different / Math.max(1, all));
        }

        /// How much more or less ink, in hundredths of a spot, there is where it is most, when both are moved to where
        /// they fit best. Edges that are smoothed otherwise even out; a point that is missing does not.
        int worstSpot(Ink other) {
            int least = 100;
            for (int dx = -DOTS; dx <= DOTS; dx++) {
                for (int dy = -DOTS; dy <= DOTS; dy++) {
                    int worst = 0;
                    for (int y = 0; y < height(); y += SPOT / 2) {
                        for (int x = 0; x < width(); x += SPOT / 2) {
                            worst = Math.max(worst, spot(other, x, y, dx, dy));
                        }
                    }
                    least = Math.min(least, worst);
                }
            }
            return least;
        }

        private int spot(Ink other, int fromX, int fromY, int dx, int dy) {
            int more = 0;
            for (int y = fromY; y < fromY + SPOT; y++) {
                for (int x = fromX; x < fromX + SPOT; x++) {
                    more += darkness(image, left + x, top + y)
                            - darkness(other.image, other.left + x + dx, other.top + y + dy);
                }
            }
            return 100 * Math.abs(more) / (SPOT * SPOT * 255);
        }

        @Override
        public String toString() {
            return width() + " by " + height();
        }
    }

    private static BufferedImage paper(List<String> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfDocument document = PdfDocument.sheets(out);
        PageContent page = document.page();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = new TypeSetter().line(lines.get(i), false, true);
            double x = PdfDocument.WIDTH - 20 - line.width(SIZE);
            page.text(line, SIZE, Style.BLACK, x, Paper.up(i * LINE + LINE * 0.65));
        }
        document.close(new Titled("", "", "", false, LocalDate.EPOCH, ""), List.of());
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            return new PDFRenderer(read).renderImage(0, SCALE, ImageType.GRAY);
        }
    }

    private BufferedImage browser(List<String> lines) throws IOException, InterruptedException {
        String program = PROGRAMS.stream()
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("");
        assumeTrue(!program.isEmpty(), "needs the Debian package chromium");
        for (Typeface face : List.of(Typeface.LATIN, Typeface.ARABIC)) {
            String name = face.fontName() + ".ttf";
            try (InputStream in = Typeface.class.getResourceAsStream(name)) {
                Files.write(
                        folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
            }
        }
        StringBuilder html = new StringBuilder("""
                <!doctype html><meta charset="utf-8"><style>
                @font-face { font-family: L; src: url(NotoSans-Regular.ttf) }
                @font-face { font-family: A; src: url(NotoNaskhArabic-Regular.ttf) }
                body { margin: 0; background: #fff; color: #000; direction: rtl }
                div { height: %dpx; line-height: %dpx; overflow: hidden; padding: 0 20px; white-space: pre;
                      font: %dpx A; line-height: %dpx }
                span { font-family: L }
                </style>
                """.formatted(LINE, LINE, SIZE, LINE));
        for (String line : lines) {
            html.append("<div>").append(marked(line)).append("</div>\n");
        }
        Path page = Files.writeString(folder.resolve("lines.html"), html);
        Path picture = folder.resolve("lines.png");
        Files.deleteIfExists(picture);
        Process process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--font-render-hinting=none",
                        "--disable-lcd-text",
                        "--allow-file-access-from-files",
                        "--force-device-scale-factor=" + SCALE,
                        "--window-size=700," + (lines.size() * LINE + 200),
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--screenshot=" + picture,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        boolean isDone = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(isDone && Files.exists(picture))
                .as(Files.readString(folder.resolve("chromium.log")))
                .isTrue();
        BufferedImage shot = ImageIO.read(picture.toFile());
        BufferedImage grey = new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.getGraphics().drawImage(shot, 0, 0, null);
        return grey;
    }

    /// With the letters that are not Arabic, and the spaces before them, in the other typeface, as paper has them.
    private static String marked(String line) {
        return line.replaceAll("( *[!-~\\u00C0-\\u024F]+)", "<span>$1</span>");
    }
}
