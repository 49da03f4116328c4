package org.pipewright.platform.architecture.wrong.cycle.two;

import org.pipewright.platform.architecture.wrong.cycle.one.One;

/** Needs the first. */
public class Two {
    One one;
}
