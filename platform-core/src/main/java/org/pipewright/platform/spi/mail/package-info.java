/** Mail that modules send to people the tenant deals with. */
package org.pipewright.platform.spi.mail;
