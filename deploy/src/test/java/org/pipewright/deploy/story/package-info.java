/** The product's story from sign-up on, told over REST. */
package org.pipewright.deploy.story;
