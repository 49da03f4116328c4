package org.pipewright.platform.exports;

/**
 * What stands in a cell.
 *
 * @param text as it is written, empty if there is nothing
 * @param number whether it is one and stays one
 */
record Cell(String text, boolean number) {

    static Cell text(String text) {
        return new Cell(text, false);
    }

    static Cell number(String text) {
        return new Cell(text, !text.isEmpty());
    }
}
