/** Formulas of fields that tenants add (S-CF-01): read as CEL, checked by the kinds of the fields, reckoned by the database. */
package org.pipewright.platform.formulas;
