package org.pipewright.platform.spi.modules;

import java.util.Arrays;

/**
 * A half-open range of versions, {@code [from, below)}, compared number by number.
 *
 * @param from lowest version that fits
 * @param below first version that no longer fits
 */
public record VersionRange(String from, String below) {

    /** The range {@code [from, below)}. */
    public static VersionRange of(String from, String below) {
        return new VersionRange(from, below);
    }

    /** Whether the version lies in the range; qualifiers such as {@code -SNAPSHOT} are ignored. */
    public boolean includes(String version) {
        return compare(version, from) >= 0 && compare(version, below) < 0;
    }

    private static int compare(String left, String right) {
        return Arrays.compare(numbers(left), numbers(right));
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[3];
        String[] parts = version.replaceFirst("-.*", "").split("\\.", -1);
        for (int i = 0; i < Math.min(parts.length, numbers.length); i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    @Override
    public String toString() {
        return "[" + from + ", " + below + ")";
    }
}
