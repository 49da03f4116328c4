/** The core inside its container: what holds for every transaction, tried with code that does not play by the rules. */
package org.pipewright.deploy.container;
