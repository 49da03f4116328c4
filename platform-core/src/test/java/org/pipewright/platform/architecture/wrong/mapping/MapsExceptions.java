package org.pipewright.platform.architecture.wrong.mapping;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

class MapsExceptions implements ExceptionMapper<IllegalStateException> {

    @Override
    public Response toResponse(IllegalStateException failure) {
        return null;
    }
}
