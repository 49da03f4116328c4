/** The web application put together from core and modules, and the server that runs it. */
package org.pipewright.deploy.payara;
