package org.pipewright.sales.statuses;

/** Colours a status can be shown in; the shell has a readable shade of each for light and dark. */
public enum Colour {
    GREY,
    BLUE,
    TEAL,
    GREEN,
    YELLOW,
    ORANGE,
    RED,
    PURPLE
}
