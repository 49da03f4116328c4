/** What somebody is told inside the product: reminders and other news, with the bell they ring. */
package org.pipewright.platform.notices;
