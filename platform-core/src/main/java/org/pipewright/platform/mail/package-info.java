/** Mail to people: written with the change that causes it, sent after the commit, in the recipient's language. */
package org.pipewright.platform.mail;
