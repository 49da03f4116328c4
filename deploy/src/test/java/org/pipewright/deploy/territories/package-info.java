/** Territories over REST: rules, assignment and what is seen of it elsewhere. */
package org.pipewright.deploy.territories;
