package org.pipewright.platform.spi.records;

import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.postgresql.util.PGobject;

/** Keeps values as {@code jsonb} whose text is JSON. */
final class JsonColumn implements Converter {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, Object> reader;

    JsonColumn(Function<String, Object> reader) {
        this.reader = reader;
    }

    @Override
    public Object convertObjectValueToDataValue(Object value, Session session) {
        if (value == null) {
            return null;
        }
        PGobject json = new PGobject();
        json.setType("jsonb");
        try {
            json.setValue(value.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return json;
    }

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
        return value == null ? null : reader.apply(value.toString());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        AbstractDirectMapping direct = (AbstractDirectMapping) mapping;
        direct.setFieldClassification(Object.class);
        direct.getField().setSqlType(Types.OTHER);
    }
}
