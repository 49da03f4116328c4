/** Work that must follow a committed change: events and mails, written with the change and delivered afterwards. */
package org.pipewright.platform.outbox;
