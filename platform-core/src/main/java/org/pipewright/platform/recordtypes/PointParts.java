package org.pipewright.platform.recordtypes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.records.Field;

/** What contact points of each sort are made of, and which kinds there are of them (S-CON-01). */
final class PointParts {

    private static final Map<FieldKind, List<String>> KINDS = Map.of(
            FieldKind.EMAILS, List.of("WORK", "PRIVATE", "BILLING", "OTHER"),
            FieldKind.PHONES, List.of("WORK", "MOBILE", "PRIVATE", "FAX", "OTHER"),
            FieldKind.LINKS, List.of("WEBSITE", "LINKEDIN", "XING", "X", "FACEBOOK", "INSTAGRAM", "OTHER"),
            FieldKind.ADDRESSES, List.of("WORK", "BILLING", "SHIPPING", "PRIVATE", "OTHER"));

    private PointParts() {}

    static FieldKind kind(Field.Format format) {
        return switch (format) {
            case EMAIL -> FieldKind.EMAILS;
            case PHONE -> FieldKind.PHONES;
            case URL -> FieldKind.LINKS;
            case ADDRESS -> FieldKind.ADDRESSES;
            default -> throw new IllegalArgumentException("Contact points cannot be " + format);
        };
    }

    static List<String> kinds(FieldKind kind) {
        return KINDS.getOrDefault(kind, List.of());
    }

    static List<DeclaredField> of(DeclaredField list) {
        return switch (list.kind()) {
            case EMAILS -> List.of(part(list, ContactPoint.VALUE, FieldKind.EMAIL, "email"));
            case PHONES -> List.of(part(list, ContactPoint.VALUE, FieldKind.PHONE, "phone"));
            case LINKS -> List.of(part(list, ContactPoint.VALUE, FieldKind.URL, "link"));
            case ADDRESSES ->
                List.of(
                        part(list, "street", FieldKind.TEXT, "street"),
                        part(list, "postalCode", FieldKind.TEXT, "postalCode"),
                        part(list, "city", FieldKind.TEXT, "city"),
                        part(list, "region", FieldKind.TEXT, "city"),
                        part(list, "country", FieldKind.COUNTRY, "country"));
            default -> List.of();
        };
    }

    private static DeclaredField part(DeclaredField list, String name, FieldKind kind, String rules) {
        return new DeclaredField(name, list.column(), kind, rules(rules), list.attribute(), false);
    }

    private static Field rules(String example) {
        return Arrays.stream(Examples.class.getDeclaredFields())
                .filter(field -> field.getName().equals(example))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Field.class);
    }

    /** Declarations of the parts. */
    @SuppressWarnings("unused")
    private static final class Examples {

        @Field(format = Field.Format.EMAIL)
        private String email;

        @Field(format = Field.Format.PHONE, max = 40)
        private String phone;

        @Field(format = Field.Format.URL, max = 500)
        private String link;

        @Field
        private String street;

        @Field(max = 20)
        private String postalCode;

        @Field(max = 100)
        private String city;

        @Field(format = Field.Format.COUNTRY)
        private String country;
    }
}
