/** Targets, and how far sales are on the way to them. */
package org.pipewright.sales.forecasts;
