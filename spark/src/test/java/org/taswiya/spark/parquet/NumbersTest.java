package org.taswiya.spark.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

/// What is packed here is unpacked by the library that reads Parquet everywhere.
final class NumbersTest {
    private static final int TRIES = 3_000;

    @Test
    void whateverIsPackedIsReadAgain() throws IOException {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            int bits = random.nextInt(18);
            List<Integer> numbers = numbers(random, bits);
            assertThat(read(packed(numbers, bits), bits, numbers.size()))
                    .as("seed %d, %d bits", seed, bits)
                    .isEqualTo(numbers);
        }
    }

    @Test
    void bitsAreThoseOfTheLargest() {
        assertThat(List.of(Numbers.bits(0), Numbers.bits(1), Numbers.bits(7), Numbers.bits(8)))
                .containsExactly(0, 1, 3, 4);
    }

    /// Runs of one number and different ones, of all lengths around eight.
    private static List<Integer> numbers(Random random, int bits) {
        List<Integer> numbers = new ArrayList<>();
        int pieces = random.nextInt(12);
        for (int piece = 0; piece < pieces; piece++) {
            int value = random.nextInt(1 << bits);
            int length = 1 + random.nextInt(20);
            boolean isRun = random.nextBoolean();
            for (int i = 0; i < length; i++) {
                numbers.add(isRun ? value : random.nextInt(1 << bits));
            }
        }
        return numbers;
    }

    private static byte[] packed(List<Integer> numbers, int bits) {
        Numbers all = new Numbers();
        numbers.forEach(all::add);
        Bytes bytes = new Bytes();
        all.pack(bits, bytes);
        return Arrays.copyOf(bytes.array(), bytes.size());
    }

    private static List<Integer> read(byte[] packed, int bits, int count) throws IOException {
        var decoder = new RunLengthBitPackingHybridDecoder(bits, ByteBufferInputStream.wrap(ByteBuffer.wrap(packed)));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(decoder.readInt());
        }
        return numbers;
    }
}
