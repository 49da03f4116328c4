package org.pipewright.platform.architecture.wrong.spi.records;

import org.pipewright.platform.architecture.wrong.cycle.one.One;

class NotFree {
    One inside;
}
