package org.pipewright.platform.spi.contactpoints;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One way to reach somebody (S-CON-01).
 *
 * @param kind such as {@code WORK} or {@code MOBILE}
 * @param primary whether it is the one to use first
 * @param parts {@code value} of an e-mail address, number or link; {@code street}, {@code postalCode}, {@code city},
 *     {@code region} and {@code country} of a postal address; {@code e164} of a number is derived by the core
 */
public record ContactPoint(String kind, boolean primary, Map<String, String> parts) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Part of an e-mail address, a number or a link. */
    public static final String VALUE = "value";

    /** Part of a number: its international form, by which numbers are compared. */
    public static final String E164 = "e164";

    public ContactPoint {
        parts = new TreeMap<>(parts);
    }

    /** An e-mail address, number or link. */
    public static ContactPoint of(String kind, String value) {
        return new ContactPoint(kind, false, Map.of(VALUE, value));
    }

    /** The part, if it is filled. */
    public Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The address, number or link as it was typed; empty for a postal address. */
    public String value() {
        return part(VALUE).orElse("");
    }

    /** The same as primary or not. */
    public ContactPoint primary(boolean first) {
        return new ContactPoint(kind, first, parts);
    }

    /** The same with its international form; without one when it is empty. */
    public ContactPoint e164(Optional<String> form) {
        Map<String, String> known = new TreeMap<>(parts);
        known.remove(E164);
        form.ifPresent(text -> known.put(E164, text));
        return new ContactPoint(kind, primary, known);
    }

    /** Whether it is the same but for what the core derives. */
    boolean sameAs(ContactPoint other) {
        return kind.equals(other.kind)
                && primary == other.primary
                && e164(Optional.empty()).parts.equals(other.e164(Optional.empty()).parts);
    }
}
