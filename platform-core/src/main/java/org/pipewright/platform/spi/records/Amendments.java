package org.pipewright.platform.spi.records;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * Changes records of any module from module code, as the caller: unlike with {@link Records#change} the caller's rights
 * are asked, for a verb's right does not stand for the right to change other records. Provided by the core as a CDI bean;
 * used inside a transaction with a bound tenant.
 */
public interface Amendments {

    /** Whether the caller may edit the record. */
    boolean areAllowed(String recordType, UUID id);

    /** Changes members as REST takes them; refuses what REST refuses. */
    void make(String recordType, UUID id, JsonObject members);
}
