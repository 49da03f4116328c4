/** Goes to the database by itself. */
package org.pipewright.platform.architecture.wrong.sql;
