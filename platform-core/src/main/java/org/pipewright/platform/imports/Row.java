package org.pipewright.platform.imports;

import java.util.List;

/** A row of the file, counted from 1 below the header. */
record Row(int n, List<String> cells) {}
