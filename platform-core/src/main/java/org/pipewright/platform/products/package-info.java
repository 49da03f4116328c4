/** Products and services a tenant sells. */
package org.pipewright.platform.products;
