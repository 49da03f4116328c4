/** Exports: the records of a list as a file that can be imported again. */
package org.pipewright.platform.exports;
