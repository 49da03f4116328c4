package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.contactpoints.PhoneNumbers;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.CrmRecord;

/** Keeps the international form of phone numbers beside the typed one; a number without prefix is of the tenant's country. */
@ApplicationScoped
class DialledNumbers {

    @Inject
    CallerBinding callers;

    void derive(DeclaredType type, CrmRecord record) {
        type.fields().stream()
                .filter(field -> field.kind() == FieldKind.PHONES)
                .forEach(field -> derive(field, record));
    }

    private void derive(DeclaredField field, CrmRecord record) {
        if (field.valueIn(record) instanceof ContactPoints numbers) {
            field.setIn(record, numbers.each(this::dialled));
        }
    }

    private ContactPoint dialled(ContactPoint number) {
        return number.e164(
                PhoneNumbers.e164(number.value(), callers.caller().tenant().country()));
    }
}
