/** Settings of a tenant: declared by modules, kept, checked, audited and served here. */
package org.pipewright.platform.settings;
