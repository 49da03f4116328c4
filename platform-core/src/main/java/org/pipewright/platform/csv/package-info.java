/** CSV files as people have them: encodings, delimiters, and text that a spreadsheet would take for a formula. */
package org.pipewright.platform.csv;
