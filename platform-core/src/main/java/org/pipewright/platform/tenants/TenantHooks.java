package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.translations.FirstNames;

/** The set-up of a tenant by each module, which happens once. */
@ApplicationScoped
class TenantHooks {

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    FirstNames names;

    @Inject
    @Any
    Instance<TenantHook> hooks;

    /** Modules that have something to set up. */
    Set<String> modules() {
        return StreamSupport.stream(hooks.handles().spliterator(), false)
                .map(this::module)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private String module(Instance.Handle<TenantHook> hook) {
        return modules.moduleOf(hook.getBean().getBeanClass());
    }

    /** Sets the module up in the bound tenant unless that was done; another node that tries waits and finds it done. */
    @Transactional(TxType.MANDATORY)
    boolean setUp(UUID tenant, String module, Locale language) {
        boolean first = sql.update(
                        "insert into platform.module_set_up (tenant_id, module) values (?, ?) on conflict do nothing",
                        tenant,
                        module)
                == 1;
        if (first) {
            StreamSupport.stream(hooks.handles().spliterator(), false)
                    .filter(hook -> module(hook).equals(module))
                    .forEach(hook -> hook.get().setUp(language));
            names.translate(module, language);
        }
        return first;
    }
}
