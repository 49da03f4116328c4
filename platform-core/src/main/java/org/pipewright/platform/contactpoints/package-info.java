/** Contact points as people write them: in a cell of a file, and numbers in any format. */
package org.pipewright.platform.contactpoints;
