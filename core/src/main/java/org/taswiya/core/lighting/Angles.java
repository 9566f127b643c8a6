package org.taswiya.core.lighting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Sines and their inverses of angles in degrees, to far more digits than the sun needs, alike on every machine.
final class Angles {
    static final MathContext PRECISION = new MathContext(20);
    private static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338328");
    private static final BigDecimal STRAIGHT = BigDecimal.valueOf(180);
    private static final BigDecimal FULL = BigDecimal.valueOf(360);
    private static final BigDecimal RIGHT = BigDecimal.valueOf(90);
    private static final BigDecimal REFLEX = BigDecimal.valueOf(270);
    private static final MathContext MORE_PRECISION = new MathContext(30);
    private static final BigDecimal RADIANS = PI.divide(STRAIGHT, MORE_PRECISION);
    private static final int HIGHEST_POWER = 24;
    private static final List<BigDecimal> SERIES = series();
    private static final BigDecimal SMALLEST = new BigDecimal("1e-18");
    private static final int HALVINGS = 3;

    private Angles() {}

    static BigDecimal sine(BigDecimal degrees) {
        BigDecimal x = folded(degrees).multiply(RADIANS, PRECISION);
        BigDecimal square = x.multiply(x, PRECISION);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal coefficient : SERIES) {
            sum = sum.multiply(square, PRECISION).add(coefficient, PRECISION);
        }
        return sum.multiply(x, PRECISION);
    }

    /// An angle of the same sine from -90 to 90 degrees, where the series ends soonest.
    private static BigDecimal folded(BigDecimal degrees) {
        BigDecimal turned = degrees.remainder(FULL);
        BigDecimal size = turned.abs();
        if (size.compareTo(RIGHT) <= 0) {
            return turned;
        }
        BigDecimal folded = size.compareTo(REFLEX) < 0 ? STRAIGHT.subtract(size) : size.subtract(FULL);
        return turned.signum() < 0 ? folded.negate() : folded;
    }

    /// What the powers of the square of an angle are multiplied by, from the highest: up to a right angle what is left
    /// out is below a unit of the twentieth decimal.
    private static List<BigDecimal> series() {
        List<BigDecimal> coefficients = new ArrayList<>(List.of(BigDecimal.ONE));
        for (int i = 2; i <= HIGHEST_POWER; i += 2) {
            BigDecimal divisor = BigDecimal.valueOf(-(long) i * (i + 1));
            coefficients.addFirst(coefficients.getFirst().divide(divisor, MORE_PRECISION));
        }
        return List.copyOf(coefficients);
    }

    static BigDecimal cosine(BigDecimal degrees) {
        return sine(degrees.add(RIGHT));
    }

    /// The angle from 0 to 180 degrees of a cosine.
    ///
    /// @param cosine above -1, below 1
    static BigDecimal arcCosine(BigDecimal cosine) {
        BigDecimal ratio = BigDecimal.ONE.subtract(cosine).divide(BigDecimal.ONE.add(cosine), PRECISION);
        return arcTangent(ratio.sqrt(PRECISION)).multiply(BigDecimal.TWO);
    }

    /// Halves the angle until the series ends soon.
    private static BigDecimal arcTangent(BigDecimal tangent) {
        BigDecimal x = tangent;
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal hypotenuse = BigDecimal.ONE.add(x.multiply(x, PRECISION)).sqrt(PRECISION);
            x = x.divide(BigDecimal.ONE.add(hypotenuse), PRECISION);
        }
        BigDecimal square = x.multiply(x, PRECISION).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int i = 3; power.abs().compareTo(SMALLEST) > 0; i += 2) {
            power = power.multiply(square, PRECISION);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), PRECISION), PRECISION);
        }
        return sum.multiply(STRAIGHT).divide(PI, PRECISION).multiply(BigDecimal.valueOf(1L << HALVINGS));
    }
}
