/** What modules add to the keeping of files. */
package org.pipewright.platform.spi.files;
