package org.taswiya.deliver.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/// Writes the objects of one PDF file to a stream, each as soon as it is known.
///
/// Small objects are packed together (ISO 32000-1, 7.5.7), so a tagged page takes little more than its text.
final class PdfFile {
    private static final byte[] HEADER = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int PACK_MOST = 2000;
    private static final int ID_LENGTH = 16;

    /// In the table of objects: where a stream begins, or in which pack and at which place of it an object is.
    private static final byte PLAIN = 1;

    private static final byte PACKED = 2;
    private static final int ENTRY = 8;
    private static final String END = "\nendstream\nendobj\n";

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long written;
    private ByteBuffer entries = ByteBuffer.allocate(ENTRY * 64);
    private int count = 1;

    private final StringBuilder packIndex = new StringBuilder();
    private final StringBuilder pack = new StringBuilder();
    private int packed;
    private int packNumber;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        write(HEADER);
    }

    /// A number for an object that is written later.
    int reserve() {
        return count++;
    }

    /// Writes an object that is not a stream.
    int add(String object) throws IOException {
        int number = reserve();
        set(number, object);
        return number;
    }

    void set(int number, String object) throws IOException {
        if (packed == 0) {
            packNumber = reserve();
        }
        entry(number, PACKED, packNumber, packed);
        packIndex.append(number).append(' ').append(pack.length()).append(' ');
        pack.append(object).append('\n');
        packed++;
        if (packed == PACK_MOST) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (packed == 0) {
            return;
        }
        String head = packIndex.toString();
        byte[] bytes = (head + pack).getBytes(StandardCharsets.ISO_8859_1);
        int number = packNumber;
        String entriesOfPack = "/Type/ObjStm/N " + packed + "/First " + head.length();
        packed = 0;
        pack.setLength(0);
        packIndex.setLength(0);
        setStream(number, entriesOfPack, deflated(bytes));
    }

    /// Writes a stream whose bytes are deflated.
    ///
    /// @param dictionary its entries besides length and filter
    int stream(String dictionary, byte[] deflated) throws IOException {
        int number = reserve();
        setStream(number, dictionary, deflated);
        return number;
    }

    /// Writes a stream whose bytes are made small in another way.
    int stream(String dictionary, String filter, byte[] bytes) throws IOException {
        int number = reserve();
        setStream(number, dictionary, filter, bytes);
        return number;
    }

    void setStream(int number, String dictionary, byte[] deflated) throws IOException {
        setStream(number, dictionary, "/FlateDecode", deflated);
    }

    private void setStream(int number, String dictionary, String filter, byte[] bytes) throws IOException {
        entry(number, PLAIN, written, 0);
        text(number + " 0 obj\n<<" + dictionary + "/Filter" + filter + "/Length " + bytes.length + ">>stream\n");
        write(bytes);
        text(END);
    }

    /// Ends the file.
    void close(int catalog) throws IOException {
        flush();
        int number = reserve();
        long at = written;
        entry(number, PLAIN, at, 0);
        byte[] table = deflated(lessTheOneBefore(Arrays.copyOf(entries.array(), count * ENTRY)));
        String id = HexFormat.of().formatHex(digest.digest(), 0, ID_LENGTH);
        text(number + " 0 obj\n<</Type/XRef/Size " + count + "/W[1 5 2]/Root " + catalog + " 0 R/ID[<" + id + "><" + id
                + ">]/DecodeParms<</Predictor 12/Columns " + ENTRY + ">>/Filter/FlateDecode/Length " + table.length
                + ">>stream\n");
        write(table);
        text(END + "startxref\n" + at + "\n%%EOF\n");
    }

    /// Each entry as the difference to the one before, after the number of that filter (ISO 15948, 9.2), because they
    /// count upwards.
    private static byte[] lessTheOneBefore(byte[] table) {
        byte[] rows = new byte[table.length / ENTRY * (ENTRY + 1)];
        int at = 0;
        for (int i = 0; i < table.length; i++) {
            if (i % ENTRY == 0) {
                rows[at++] = 2;
            }
            rows[at++] = (byte) (table[i] - (i < ENTRY ? 0 : table[i - ENTRY]));
        }
        return rows;
    }

    private void entry(int number, byte kind, long where, int index) {
        int at = number * ENTRY;
        if (at + ENTRY > entries.capacity()) {
            entries = ByteBuffer.wrap(Arrays.copyOf(entries.array(), Math.max(entries.capacity() * 2, at + ENTRY)));
        }
        entries.putLong(at, (long) kind << 56 | where << 16 | index);
    }

    private void text(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        written += bytes.length;
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
            byte[] part = new byte[1 << 13];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
