package org.taswiya.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
    @TempDir
    private Path folder;

    /// Text that hardly packs, so that members are longer than what is read at once.
    private static byte[] packed(int rows, long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int row = 0; row < rows; row++) {
                gzip.write((Long.toString(random.nextLong(), 36) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("f.csv.gz"), bytes);
    }

    @Test
    void aPlainFileThatWasCutLacksTheEndOfItsLastLine() throws IOException {
        for (String whole : new String[] {"", "\n", "a,1\n", "a,1\r\n"}) {
            assertThat(WholeFile.endsWithALine(file(whole.getBytes(StandardCharsets.UTF_8))))
                    .isTrue();
        }
        assertThat(WholeFile.endsWithALine(file("a,1\n".getBytes(StandardCharsets.UTF_16LE))))
                .isTrue();
        assertThat(WholeFile.endsWithALine(file("a,1\n".getBytes(StandardCharsets.UTF_16BE))))
                .isTrue();
        assertThat(WholeFile.endsWithALine(file(packed(3, 1)))).isTrue();
        for (String cut : new String[] {"a", "a,1\nb", "a,1\r\nb,1234"}) {
            assertThat(WholeFile.endsWithALine(file(cut.getBytes(StandardCharsets.UTF_8))))
                    .isFalse();
        }
    }

    @Test
    void anyNumberOfMembersIsWhole() throws IOException {
        for (int rows : new int[] {0, 1, 100, 9_000, 50_000}) {
            byte[] one = packed(rows, rows);
            assertThatCode(() -> WholeFile.require(file(one))).doesNotThrowAnyException();
            byte[] three = joined(one, packed(1, 2), packed(20_000, 3));
            assertThatCode(() -> WholeFile.require(file(three))).doesNotThrowAnyException();
        }
        assertThatCode(() -> WholeFile.require(file("plain".getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
    }

    @Test
    void aMemberThatIsCutAnywhereIsRefused() throws IOException {
        byte[] first = packed(3_000, 1);
        byte[] second = packed(30, 2);
        for (int length = 1; length < second.length; length++) {
            byte[] cut = joined(first, Arrays.copyOf(second, length));
            assertThatThrownBy(() -> WholeFile.require(file(cut)))
                    .as("%d bytes of the second", length)
                    .isInstanceOf(SourceRefused.class)
                    .hasMessageContaining("is packed by gzip and ");
        }
    }

    @Test
    void whatFollowsAndIsNoGzipIsRefusedWithItsPlace() throws IOException {
        byte[] first = packed(3_000, 1);
        byte[] second = packed(30, 2);
        second[1] ^= 1;
        assertThatThrownBy(() -> WholeFile.require(file(joined(first, second))))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("is damaged (what follows byte " + first.length + " is nothing");
    }
}
