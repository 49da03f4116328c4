/** Tells callers by headers that an operation will go, and when (S-API-06). */
package org.pipewright.platform.retirement;
