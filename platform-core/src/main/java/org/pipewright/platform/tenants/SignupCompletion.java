package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** The part of provisioning that happens in the database, in one transaction with the tenant bound. */
@ApplicationScoped
class SignupCompletion {

    @Inject
    Sql sql;

    @Inject
    TenantRows tenants;

    @Inject
    TenantFoundation foundation;

    @Transactional
    void complete(Signup signup, String subject) {
        if (sql.update("update platform.signup set used_at = now() where id = ? and used_at is null", signup.id())
                == 0) {
            throw Refusal.of(CoreErrorCode.LINK_USED);
        }
        tenants.open(signup.tenant().id());
        foundation.lay(signup.tenant(), new Founder(subject, signup.adminEmail(), signup.adminName()));
    }
}
