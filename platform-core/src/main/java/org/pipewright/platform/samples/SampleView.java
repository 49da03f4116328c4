package org.pipewright.platform.samples;

/**
 * The sample data of the tenant (S-TEN-06).
 *
 * @param records how many there are, none where no sample data was asked for
 */
public record SampleView(long records) {}
