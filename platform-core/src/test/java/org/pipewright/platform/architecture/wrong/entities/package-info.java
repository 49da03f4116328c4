/** Keeps data that belongs to no tenant. */
package org.pipewright.platform.architecture.wrong.entities;
