package org.pipewright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.accounts.Account;
import org.pipewright.platform.contacts.Contact;
import org.pipewright.platform.products.Product;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.records.CrmRecord;

/** An example is something the server takes: each value is one that its field reads. */
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(classes = {Account.class, Contact.class, Product.class})
    void showsValuesThatTheirFieldsTake(Class<? extends CrmRecord> entity) {
        DeclaredType type = TypeReading.read("core", entity);

        JsonObject example = Examples.of(type, field -> true);

        assertThat(example).isNotEmpty();
        assertThat(example.keySet())
                .containsAll(type.writable().stream()
                        .filter(DeclaredField::required)
                        .map(DeclaredField::name)
                        .toList());
        example.forEach((name, value) -> assertThatNoException()
                .as(name)
                .isThrownBy(() -> FieldValues.read(type.field(name).orElseThrow(), value)));
    }
}
