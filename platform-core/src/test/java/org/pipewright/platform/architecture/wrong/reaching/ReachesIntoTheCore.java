package org.pipewright.platform.architecture.wrong.reaching;

import org.pipewright.platform.modules.Modules;

class ReachesIntoTheCore {
    Modules modules;
}
