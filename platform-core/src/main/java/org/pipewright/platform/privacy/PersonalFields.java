package org.pipewright.platform.privacy;

import java.util.List;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;

/** The fields of a record type that are declared personal. */
record PersonalFields(DeclaredType type) {

    List<DeclaredField> all() {
        return type.fields().stream().filter(field -> field.rules().personal()).toList();
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** Those by which a person is recognised: addresses and numbers. */
    List<DeclaredField> telling() {
        return all().stream().filter(PersonalFields::tells).toList();
    }

    private static boolean tells(DeclaredField field) {
        return switch (field.kind()) {
            case EMAIL, PHONE, EMAILS, PHONES -> true;
            default -> false;
        };
    }

    /** SQL for the forms a value takes: in lower case, of listed numbers also the international one. */
    static String forms(DeclaredField field) {
        String column = "t." + field.column();
        if (field.kind() == FieldKind.EMAIL || field.kind() == FieldKind.PHONE) {
            return "select lower(" + column + ")";
        }
        return "select lower(p ->> 'value') from jsonb_array_elements(" + column
                + ") as e(p) union select p ->> 'e164' from jsonb_array_elements(" + column + ") as e(p)";
    }
}
