package org.pipewright.platform.ownfields;

import java.util.Optional;

/** Something of the bound tenant that names fields, which therefore cannot be removed; one CDI bean each. */
public interface OwnFieldUser {

    /** What it is called that names the field of records of the type; empty if nothing does. */
    Optional<String> userOf(String recordType, String field);
}
