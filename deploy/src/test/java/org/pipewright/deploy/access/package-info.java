/** Who gets in, what they may see, and what happens when they leave, against the whole product. */
package org.pipewright.deploy.access;
