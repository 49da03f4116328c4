/** Names that tenants give their own entries in other languages. */
package org.pipewright.platform.translations;
