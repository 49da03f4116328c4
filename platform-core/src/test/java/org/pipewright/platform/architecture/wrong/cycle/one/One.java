package org.pipewright.platform.architecture.wrong.cycle.one;

import org.pipewright.platform.architecture.wrong.cycle.two.Two;

/** Needs the other. */
public class One {
    Two two;
}
