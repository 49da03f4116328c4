package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

class PublicPathsTest {

    @Path("links/{token}")
    @Admits(value = Who.ANYBODY, limited = true)
    public static class LinksResource {
        @GET
        public String view() {
            return "";
        }

        @POST
        @Path("accept")
        @Admits(Who.VISITOR)
        public String accept() {
            return "";
        }
    }

    @Path("forgotten")
    public static class ForgottenResource {
        @GET
        public String view() {
            return "";
        }
    }

    private final PublicPaths paths = new PublicPaths();

    PublicPathsTest() {
        paths.take(ServedOperation.of(LinksResource.class).toList());
        paths.take(ServedOperation.of(ForgottenResource.class).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/links/abc, true",
        "HEAD, /api/links/abc, true",
        "POST, /api/links/abc, false",
        "DELETE, /api/links/abc, false",
        "GET, /api/links, false",
        "GET, /api/links/abc/def, false",
        "POST, /api/links/abc/accept, false",
        "GET, /api/forgotten, false"
    })
    void opensOnlyWhatAdmitsAnybody(String method, String path, boolean open) {
        assertThat(paths.includes(method, path)).isEqualTo(open);
        assertThat(paths.limits(method, path)).isEqualTo(open);
    }
}
