package org.pipewright.platform.spi.errors;

/**
 * One failing field of a request.
 *
 * @param field path of the field as the caller sent it
 * @param code stable code, such as {@code required}, {@code too-long}, {@code unknown}
 * @param message text for people
 */
public record FieldError(String field, String code, String message) {}
