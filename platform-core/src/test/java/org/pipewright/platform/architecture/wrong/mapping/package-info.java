/** Maps exceptions by itself. */
package org.pipewright.platform.architecture.wrong.mapping;
