/** What the core refuses, and how refusals become problem documents. */
package org.pipewright.platform.errors;
