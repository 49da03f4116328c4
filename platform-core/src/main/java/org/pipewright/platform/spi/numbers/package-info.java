/** Numbers of documents, without gaps. */
package org.pipewright.platform.spi.numbers;
