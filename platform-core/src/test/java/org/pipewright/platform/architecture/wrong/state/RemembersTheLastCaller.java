package org.pipewright.platform.architecture.wrong.state;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RemembersTheLastCaller {

    static int calls;

    String last;
}
