package org.pipewright.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.database.BoundTenant;

class RequestContextTest {

    @AfterEach
    void end() {
        RequestContext.end();
    }

    @Test
    void namesTheRequestAndTheTenantForTheLog() {
        UUID tenant = UUID.randomUUID();
        RequestContext.begin("request-4711");

        String described = BoundTenant.during(tenant, RequestContext::described);

        assertThat(described).contains("request-4711").contains(tenant.toString());
    }

    @Test
    void takesNoNameThatCouldBreakALog() {
        assertThat(RequestContext.begin("evil\nline: forged")).doesNotContain("evil");
        assertThat(RequestContext.begin("short")).isNotEqualTo("short");
    }
}
