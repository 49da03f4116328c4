/** Tasks, calls, meetings, e-mails, notes and other interactions, linked to any record they are about. */
package org.pipewright.platform.activities;
