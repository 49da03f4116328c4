/** Links under which people outside see one record: kept as digests, served as pages and over REST. */
package org.pipewright.platform.links;
