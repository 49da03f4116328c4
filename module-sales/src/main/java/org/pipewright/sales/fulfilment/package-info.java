/** What quotes, orders and deliveries say about the demand of a deal: asked for, offered, sold. */
package org.pipewright.sales.fulfilment;
