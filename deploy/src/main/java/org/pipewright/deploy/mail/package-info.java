/** The mail catcher of the demo and the page that shows what it caught. */
package org.pipewright.deploy.mail;
