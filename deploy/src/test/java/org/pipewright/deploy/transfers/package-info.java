/** What comes in and goes out as files, by the thousand: after the proofs, which read all rows again and again. */
package org.pipewright.deploy.transfers;
