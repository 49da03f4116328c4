package org.pipewright.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/** Files as far as the caller may reach them: as far as their records. */
@ApplicationScoped
class VisibleFiles {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    FileRows rows;

    @Inject
    FileRules rules;

    @Inject
    CallerBinding callers;

    DeclaredType type(String records, UUID record) {
        DeclaredType type = types.at(records);
        reading.requireVisible(type, record);
        return type;
    }

    RecordFile file(DeclaredType type, UUID record, UUID file) {
        return rows.locked(type, record, file)
                .filter(found -> found.field() == null || sees(type, found.field()))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private boolean sees(DeclaredType type, String field) {
        return type.field(field)
                .filter(found -> Query.isVisible(callers.caller(), type, found))
                .isPresent();
    }

    /** The field, of those the caller sees, whose values are files. */
    DeclaredField field(DeclaredType type, String name) {
        return type.field(name)
                .filter(found -> found.kind() == FieldKind.FILE && sees(type, name))
                .orElseThrow(() -> InvalidFields.refusal("field", "not-found"));
    }

    /** A file that the caller may rename and remove. */
    RecordFile changeable(DeclaredType type, UUID record, UUID file) {
        RecordFile found = file(type, record, file);
        if (found.sealed()) {
            throw Refusal.of(CoreErrorCode.SEALED, found.name());
        }
        requireLoose(found);
        if (!found.changeable()) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, CoreModule.FILES);
        }
        return found;
    }

    /** Refuses a file that is the value of a field: it is changed as the field is. */
    static void requireLoose(RecordFile file) {
        if (file.field() != null) {
            throw Refusal.of(CoreErrorCode.IN_FIELD, file.name());
        }
    }

    /** What is sent, read no further than the largest file goes. */
    FileContent content(String name, InputStream body) {
        if (name == null) {
            throw InvalidFields.refusal("name", "required");
        }
        int largest = rules.largest();
        try {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw Refusal.of(CoreErrorCode.TOO_LARGE);
            }
            return FileContent.of(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
