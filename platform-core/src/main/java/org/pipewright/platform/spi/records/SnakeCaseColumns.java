package org.pipewright.platform.spi.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.Session;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/**
 * Names columns as the migrations do, so that entities need no {@code @Column}: {@code jobTitle} is kept in {@code
 * job_title}, a money attribute {@code value} in {@code value_amount}, {@code value_currency} and {@code value_base}.
 * Instants become {@code timestamptz}, contact points, taxes and own values {@code jsonb}. Named in each persistence unit as {@code eclipselink.session.customizer}.
 */
public class SnakeCaseColumns implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors()
                .values()
                .forEach(descriptor -> descriptor.getMappings().forEach(mapping -> fit(descriptor, mapping)));
    }

    private static void fit(ClassDescriptor descriptor, DatabaseMapping mapping) {
        rename(mapping);
        if (mapping instanceof DirectToFieldMapping direct) {
            Class<?> type = attributeType(descriptor.getJavaClass(), mapping.getAttributeName());
            if (type == Instant.class) {
                direct.setConverter(new InstantColumn());
            } else if (type == UUID.class) {
                direct.setConverter(new IdColumn());
            } else if (type == ContactPoints.class) {
                direct.setConverter(new JsonColumn(ContactPoints::ofJson));
            } else if (type == TaxBreakdown.class) {
                direct.setConverter(new JsonColumn(TaxBreakdown::ofJson));
            } else if (type == OwnValues.class) {
                direct.setConverter(new JsonColumn(OwnValues::ofJson));
            }
        }
    }

    private static Class<?> attributeType(Class<?> owner, String attribute) {
        return Stream.<Class<?>>iterate(owner, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(attribute))
                .<Class<?>>map(java.lang.reflect.Field::getType)
                .findFirst()
                .orElse(Object.class);
    }

    private static void rename(DatabaseMapping mapping) {
        String column = ColumnNames.of(mapping.getAttributeName());
        if (mapping instanceof DirectToFieldMapping direct
                && direct.getField().getName().equalsIgnoreCase(mapping.getAttributeName())) {
            direct.getField().setName(column);
        } else if (mapping instanceof AggregateObjectMapping embedded && embedded.getReferenceClass() == Money.class) {
            embedded.addFieldNameTranslation(column + "_amount", "amount");
            embedded.addFieldNameTranslation(column + "_currency", "currency");
            embedded.addFieldNameTranslation(column + "_base", "base");
        }
    }
}
