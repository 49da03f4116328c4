/** Deliberately wrong classes: each rule of the house must fail on one of them. */
package org.pipewright.platform.architecture.wrong;
