package org.pipewright.platform.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.people.Bell;

/** The bell for modules: the kind of their notices is the key of the text. */
@ApplicationScoped
class BellOfModules implements Bell {

    @Inject
    Notices notices;

    @Override
    public void ring(UUID member, String text, String recordType, UUID record) {
        notices.tell(member, text, recordType, record);
    }
}
