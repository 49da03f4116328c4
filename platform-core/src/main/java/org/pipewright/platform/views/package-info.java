/** Saved views: what somebody wants to see of a list, kept for oneself, one's team or everybody. */
package org.pipewright.platform.views;
