/** Files of records: kept in versions, checked when they come in, handed out by links that soon end (S-REC-02). */
package org.pipewright.platform.files;
