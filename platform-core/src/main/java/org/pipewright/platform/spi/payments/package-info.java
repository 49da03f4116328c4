/** What providers of payments and the module that books payments tell each other. */
package org.pipewright.platform.spi.payments;
