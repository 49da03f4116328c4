package org.pipewright.platform.people;

/** How a member stands to logging in. */
public enum MemberStatus {
    /** Known by name only: owners of imported records, for instance. */
    NO_LOGIN,
    /** Has a link by mail and has not used it. */
    INVITED,
    ACTIVE,
    /** Kept out, with everything the member did left as it is. */
    INACTIVE
}
