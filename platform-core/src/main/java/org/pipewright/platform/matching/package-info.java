/** By which values records are taken for the same: kept beside them and compared by the database. */
package org.pipewright.platform.matching;
