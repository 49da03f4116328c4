/**
 * Rows that come in and go out as files, by the thousand: after the proofs, which read all rows again and again, and before
 * much that is short, as a long class at the end keeps one process busy and the others idle.
 */
package org.pipewright.deploy.rows;
