/** OpenAPI, written from the record types and resources that really run. */
package org.pipewright.platform.openapi;
