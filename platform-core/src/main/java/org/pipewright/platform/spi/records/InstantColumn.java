package org.pipewright.platform.spi.records;

import java.sql.Timestamp;
import java.time.Instant;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/** Keeps instants as {@code timestamptz}; this version of the persistence library would serialize them. */
final class InstantColumn implements Converter {

    private static final long serialVersionUID = 1L;

    @Override
    public Object convertObjectValueToDataValue(Object value, Session session) {
        return value == null ? null : Timestamp.from((Instant) value);
    }

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        ((AbstractDirectMapping) mapping).setFieldClassification(Timestamp.class);
    }
}
