/** Reading of XML files that others made. */
package org.pipewright.billing.xml;
