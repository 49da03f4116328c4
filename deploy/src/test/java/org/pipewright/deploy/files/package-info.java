/** Files of records against the whole product. */
package org.pipewright.deploy.files;
