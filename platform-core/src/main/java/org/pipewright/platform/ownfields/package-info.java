/** Fields that tenants add to record types (S-CF-01): their definitions, and what becomes of a record type by them. */
package org.pipewright.platform.ownfields;
