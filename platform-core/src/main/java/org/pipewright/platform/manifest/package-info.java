/** What the web shell is told to show: menu, record types, elements of modules, as the caller may see them. */
package org.pipewright.platform.manifest;
