/** Proofs generated from the OpenAPI document the running product serves: each holds for every operation there is. */
package org.pipewright.deploy.proofs;
