package org.pipewright.platform.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;

/** What a new record of a type may look like, made from its declaration: what it must have, and some of what it may. */
final class Examples {

    private static final int MOST = 8;
    private static final String SOME_ID = "01900000-0000-7000-8000-000000000000";
    private static final Map<FieldKind, String> TEXTS = Map.of(
            FieldKind.EMAIL, "ada@example.org",
            FieldKind.PHONE, "+49 30 5550100",
            FieldKind.URL, "https://example.org",
            FieldKind.COUNTRY, "DE",
            FieldKind.CURRENCY, "EUR",
            FieldKind.ROLES, "sales-rep",
            FieldKind.DATE, "2026-06-15",
            FieldKind.INSTANT, "2026-06-15T08:00:00Z");
    private static final Map<String, String> PARTS = Map.of(
            "street", "Main Street 1",
            "postalCode", "10115",
            "city", "Berlin",
            "region", "Berlin",
            "country", "DE");

    private Examples() {}

    static JsonObject of(DeclaredType type, Predicate<DeclaredField> visible) {
        List<DeclaredField> fields = type.writable().stream()
                .filter(visible)
                .filter(field -> !field.system() && !field.isOwnership() && isShown(field.kind()))
                .toList();
        List<DeclaredField> some = fields.stream().limit(MOST).toList();
        JsonObjectBuilder example = Json.createObjectBuilder();
        fields.stream()
                .filter(field ->
                        field.required() || field.name().equals(type.title().name()) || some.contains(field))
                .forEach(field -> example.add(field.name(), value(field)));
        return example.build();
    }

    private static boolean isShown(FieldKind kind) {
        return switch (kind) {
            case FILE, TAGS, TAXES -> false;
            default -> true;
        };
    }

    private static JsonValue value(DeclaredField field) {
        return switch (field.kind()) {
            case INTEGER, DECIMAL -> Json.createValue((long) number(field));
            case BOOLEAN -> JsonValue.TRUE;
            case ID -> Json.createValue(SOME_ID);
            case REFERENCE -> Json.createObjectBuilder().add("id", SOME_ID).build();
            case MONEY ->
                Json.createObjectBuilder()
                        .add("amount", (long) number(field) + ".00")
                        .add("currency", "EUR")
                        .build();
            case CHOICE -> Json.createValue(field.choices().get(0));
            case CHOICES ->
                Json.createArrayBuilder().add(field.choices().get(0)).build();
            case EMAILS, PHONES, LINKS, ADDRESSES ->
                Json.createArrayBuilder().add(point(field)).build();
            default -> Json.createValue(text(field));
        };
    }

    /** A number in the field's bounds. */
    private static double number(DeclaredField field) {
        return Math.min(
                Math.max(10, Math.ceil(field.rules().from())),
                Math.floor(field.rules().to()));
    }

    private static JsonObject point(DeclaredField list) {
        JsonObjectBuilder point =
                Json.createObjectBuilder().add("kind", list.kinds().get(0)).add("primary", true);
        list.parts().forEach(part -> point.add(part.name(), PARTS.getOrDefault(part.name(), text(part))));
        return point.build();
    }

    /** A text of that kind, else the field's name in words. */
    private static String text(DeclaredField field) {
        String words = field.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        String plain = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return TEXTS.getOrDefault(
                field.kind(),
                plain.substring(0, Math.min(plain.length(), field.rules().max())));
    }
}
