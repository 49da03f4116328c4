/** Calendars as other programs read them: by an address that can be taken back (S-ACT-10). */
package org.pipewright.platform.calendars;
