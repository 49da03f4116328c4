/** Tasks, calls and meetings against the whole product. */
package org.pipewright.deploy.activities;
