/** Kinds of opportunities and their stages: what a tenant's ways of selling look like, and which moves they allow. */
package org.pipewright.sales.kinds;
