/** Who comes to meetings: invitations by mail, answers to them, and when colleagues are busy. */
package org.pipewright.platform.meetings;
