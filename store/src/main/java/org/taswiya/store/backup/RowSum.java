package org.taswiya.store.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A sum over the rows of a table as `copy` writes them in text, a line each, whatever their order: that in which a
/// database keeps rows is its own affair. It is the sum of the SHA-256 of each, as four numbers of 64 bits.
final class RowSum {
    private final MessageDigest digest;
    private final long[] sum = new long[4];
    private long rows;
    private boolean isInside;

    RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Text with any part of rows in it: their ends are where lines end, since a line end in a value is written as two
    /// other characters.
    void add(byte[] text, int from, int length) {
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n') {
                digest.update(text, start, i + 1 - start);
                endRow();
                start = i + 1;
            }
        }
        digest.update(text, start, from + length - start);
        isInside = start == from + length ? isInside && start == from : true;
    }

    private void endRow() {
        ByteBuffer of = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += of.getLong();
        }
        rows++;
        isInside = false;
    }

    long rows() {
        return rows;
    }

    /// Whether the last row has its end.
    boolean isWhole() {
        return !isInside;
    }

    @Override
    public String toString() {
        ByteBuffer all = ByteBuffer.allocate(sum.length * Long.BYTES);
        Arrays.stream(sum).forEach(all::putLong);
        return HexFormat.of().formatHex(all.array());
    }
}
