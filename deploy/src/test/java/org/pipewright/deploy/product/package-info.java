/** The running product as tests meet it: started once, reached over HTTP and, to look behind it, over JDBC. */
package org.pipewright.deploy.product;
