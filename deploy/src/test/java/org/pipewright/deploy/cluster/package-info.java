/** Two nodes on one database: what holds on one holds on the other, and nothing is done twice or lost. */
package org.pipewright.deploy.cluster;
