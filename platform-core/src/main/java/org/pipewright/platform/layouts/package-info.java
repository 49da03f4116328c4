/** How forms, pages and lists of records are laid out, for a role and for a kind of record (S-CF-07). */
package org.pipewright.platform.layouts;
