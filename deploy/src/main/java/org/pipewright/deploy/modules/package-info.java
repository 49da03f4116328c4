/** Looks at module jars and added texts before anything of them runs and refuses the ones that cannot work. */
package org.pipewright.deploy.modules;
