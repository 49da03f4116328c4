package org.pipewright.platform.exports;

import java.io.Closeable;
import java.util.List;

/** A file of rows that is being written. */
interface Sheet extends Closeable {

    void row(List<Cell> cells);
}
