/** Fills the demo with records, as its people would over REST. */
package org.pipewright.deploy.demo;
