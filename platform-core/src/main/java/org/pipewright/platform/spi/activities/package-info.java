/** Tasks, calls, meetings and other activities, as modules make, link and read them. */
package org.pipewright.platform.spi.activities;
