package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.LinksBeside;

/** Lets activities be asked for by the records they are about (S-ACT-07). */
@ApplicationScoped
class LinksOfActivities implements LinksBeside {

    @Override
    public String recordType() {
        return Activity.NAME;
    }

    @Override
    public boolean leadTo(DeclaredType type) {
        return type.declaration().activities();
    }

    @Override
    public String table() {
        return "core.activity_link";
    }

    @Override
    public String recordColumn() {
        return "activity_id";
    }
}
