package org.pipewright.platform.spi.records;

import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.sessions.Session;

/** Reads empty references too; this version of the persistence library fails on them. */
final class IdColumn extends UUIDConverter {

    private static final long serialVersionUID = 1L;

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
        return value == null ? null : super.convertDataValueToObjectValue(value, session);
    }
}
