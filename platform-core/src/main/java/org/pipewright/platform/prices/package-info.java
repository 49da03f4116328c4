/** Price lists, and which price of a product holds for whom, when and from which quantity on. */
package org.pipewright.platform.prices;
