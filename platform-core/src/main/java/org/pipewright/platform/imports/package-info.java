/**
 * Imports: a CSV file is uploaded, its columns are put to fields, a rehearsal tells what is wrong, a job brings the rows
 * in by the same rules as every other write, and the whole can be taken back.
 */
package org.pipewright.platform.imports;
