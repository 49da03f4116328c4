package org.pipewright.platform.recordtypes;

/**
 * The fields that tenants added to record types. The one place where the declarations of the code and those of a tenant
 * come together: {@link RecordTypes} asks it for every type it hands out.
 */
public interface FieldsOfTenants {

    /** The type as the tenant bound to the thread has it; as it was declared when none is bound. */
    DeclaredType seen(DeclaredType type);
}
