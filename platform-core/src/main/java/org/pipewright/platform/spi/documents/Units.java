package org.pipewright.platform.spi.documents;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The units of the bound tenant, to which lines of documents and products refer (S-EINV-08). Provided by the core as a CDI
 * bean; used inside a transaction.
 */
public interface Units {

    /** What they are called in the language, by id. */
    Map<UUID, String> names(Locale language);

    /** Codes of UN/ECE Recommendation 20 of those that have one, by id (BT-130). */
    Map<UUID, String> codes();
}
