/** Working hours of the tenant. */
package org.pipewright.sales.times;
