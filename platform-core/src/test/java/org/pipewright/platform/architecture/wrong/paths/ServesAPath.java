package org.pipewright.platform.architecture.wrong.paths;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("wrong")
class ServesAPath {

    @GET
    public String open() {
        return "";
    }
}
