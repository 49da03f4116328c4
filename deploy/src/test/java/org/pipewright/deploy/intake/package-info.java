/** How leads come in from outside: forms on the web and mails. */
package org.pipewright.deploy.intake;
