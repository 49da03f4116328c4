/** What the installation's own key protects: secrets kept in the database, and values that come back from outside. */
package org.pipewright.platform.secrets;
