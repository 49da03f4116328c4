package org.pipewright.platform.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.modules.Retiring;

class RetirementHeadersTest {

    @Retiring(since = "2026-11-01", until = "2027-05-01", instead = "/guides/new-orders")
    static class OldOrdersResource {
        public void list() {}

        @Retiring(since = "2026-12-01", instead = "/guides/one-order")
        public void one() {}
    }

    static class OrdersResource {
        public void list() {}
    }

    private static Optional<Retiring> of(Class<?> resource, String method) throws NoSuchMethodException {
        return RetirementHeaders.of(resource, resource.getMethod(method));
    }

    private static MultivaluedMap<String, Object> headers(String method) throws NoSuchMethodException {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        RetirementHeaders.add(of(OldOrdersResource.class, method).orElseThrow(), headers);
        return headers;
    }

    @Test
    void saysSinceWhenAndUntilWhenAndWhatInstead() throws NoSuchMethodException {
        MultivaluedMap<String, Object> headers = headers("list");

        assertThat(headers.getFirst("Deprecation")).isEqualTo("@1793491200");
        assertThat(headers.getFirst("Sunset")).isEqualTo("Sat, 1 May 2027 23:59:59 GMT");
        assertThat(headers.getFirst("Link")).isEqualTo("</guides/new-orders>; rel=\"deprecation\"");
    }

    @Test
    void leavesOpenWhenItGoesUntilThatIsDecided() throws NoSuchMethodException {
        assertThat(headers("one")).doesNotContainKey("Sunset");
    }

    @Test
    void isSilentAboutWhatStays() throws NoSuchMethodException {
        assertThat(of(OrdersResource.class, "list")).isEmpty();
    }
}
