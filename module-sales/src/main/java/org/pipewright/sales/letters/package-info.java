/** What goes out to customers: papers by mail, each in the customer's language. */
package org.pipewright.sales.letters;
