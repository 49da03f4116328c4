package org.pipewright.platform.imports;

import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * A place for one cell in a list of contact points: {@code phones.MOBILE}, {@code addresses.BILLING.city}.
 *
 * @param list the field with the list
 * @param kind of the contact point
 * @param part of it that the cell holds
 */
record PointTarget(DeclaredField list, String kind, DeclaredField part) {

    /** All places of a field; none if it holds no contact points. */
    static Stream<PointTarget> of(DeclaredField field) {
        return field.kinds().stream()
                .flatMap(kind -> field.parts().stream().map(part -> new PointTarget(field, kind, part)));
    }

    /** The place of that name. */
    static Optional<PointTarget> named(DeclaredType type, String name) {
        return type.field(name.replaceFirst("\\..*", "")).stream()
                .flatMap(PointTarget::of)
                .filter(target -> target.name().equals(name))
                .findFirst();
    }

    String name() {
        return list.name() + "." + kind + (list.parts().size() == 1 ? "" : "." + part.name());
    }
}
