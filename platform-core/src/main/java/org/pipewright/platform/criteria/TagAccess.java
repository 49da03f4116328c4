package org.pipewright.platform.criteria;

import org.pipewright.platform.access.Caller;

/** Which tags a caller sees: the shared ones and its own (S-REC-03). */
public final class TagAccess {

    private TagAccess() {}

    /** Condition on the alias {@code k} of the tags; whoever acts as the tenant itself has none of its own. */
    public static String condition(Caller caller) {
        return caller.memberId() == null ? "k.shared" : "(k.shared or k.owner_id = '" + caller.memberId() + "'::uuid)";
    }
}
