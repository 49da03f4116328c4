package org.pipewright.platform.recordtypes;

/**
 * Links of the records of one type to records of others, of which each may have several, as a CDI bean: criteria may ask
 * for the records by what they are linked to, under the name of the type that is linked (S-ACT-07).
 */
public interface LinksBeside {

    /** Record type whose records are linked. */
    String recordType();

    /** Whether there are links to records of the type. */
    boolean leadTo(DeclaredType type);

    /** Table of the tenant in which the links stand; its {@code record_type} and {@code record_id} say to what. */
    String table();

    /** Its column with the id of the record that is linked. */
    String recordColumn();
}
