/** Texts that are written again and again, with places that values of a record fill (S-ACT-13). */
package org.pipewright.platform.templates;
