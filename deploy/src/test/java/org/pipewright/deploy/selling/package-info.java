/** What salespeople do with the sales module, told over REST. */
package org.pipewright.deploy.selling;
