package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.history.History;
import org.pipewright.platform.usage.Limit;
import org.pipewright.platform.usage.Limits;
import org.pipewright.platform.usage.Usage;
import org.pipewright.platform.usage.UsageView;

/** What the operator allows the bound tenant, told in its history. */
@ApplicationScoped
class Allowance {

    @Inject
    Usage usage;

    @Inject
    Limits limits;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Transactional
    UsageView usage() {
        return usage.view();
    }

    @Transactional
    UsageView limited(Limit limit, OptionalLong most) {
        UUID tenant = binding.tenantId();
        JsonValue before = json(limits.of(tenant, limit));
        limits.set(tenant, limit, most);
        history.record("limit:" + limit.key(), "limit", before, json(limits.of(tenant, limit)));
        return usage.view();
    }

    private static JsonValue json(OptionalLong most) {
        return most.isPresent() ? Json.createValue(most.getAsLong()) : JsonValue.NULL;
    }
}
