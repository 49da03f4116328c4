/** Tasks that the process of the tenant asks for: made by its rules, and some of them not to be passed over. */
package org.pipewright.sales.tasks;
