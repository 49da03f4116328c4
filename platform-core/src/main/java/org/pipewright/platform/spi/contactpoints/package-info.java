/** E-mail addresses, phone numbers, postal addresses and links: several to a record, each with a kind, one primary. */
package org.pipewright.platform.spi.contactpoints;
