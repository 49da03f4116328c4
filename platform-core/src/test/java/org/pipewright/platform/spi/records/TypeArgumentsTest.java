package org.pipewright.platform.spi.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The types a bean names")
class TypeArgumentsTest {

    private interface Contract<A, B> {}

    private interface Narrowed<X> extends Contract<String, X> {}

    private interface Swapped<X, Y> extends Contract<Y, X> {}

    private abstract static class Base<T> implements Contract<T, Long> {}

    private static class Direct implements Contract<String, Integer> {}

    private static class Proxy extends Direct {}

    private static class ByFewer implements Narrowed<Integer> {}

    private static class Turned implements Swapped<String, Integer> {}

    private abstract static class OfBase extends Base<String> {}

    private static class Open<T> implements Contract<T, List<T>> {}

    @Test
    @DisplayName("are read where it implements the contract, also behind a proxy")
    void direct() {
        assertThat(TypeArguments.<Object>of(Proxy.class, Contract.class, 0)).isEqualTo(String.class);
        assertThat(TypeArguments.<Object>of(Proxy.class, Contract.class, 1)).isEqualTo(Integer.class);
    }

    @Test
    @DisplayName("are found through interfaces and classes with other parameters")
    void between() {
        assertThat(TypeArguments.<Object>of(ByFewer.class, Contract.class, 0)).isEqualTo(String.class);
        assertThat(TypeArguments.<Object>of(ByFewer.class, Contract.class, 1)).isEqualTo(Integer.class);
        assertThat(TypeArguments.<Object>of(Turned.class, Contract.class, 0)).isEqualTo(Integer.class);
        assertThat(TypeArguments.<Object>of(OfBase.class, Contract.class, 0)).isEqualTo(String.class);
        assertThat(TypeArguments.<Object>of(OfBase.class, Contract.class, 1)).isEqualTo(Long.class);
    }

    @Test
    @DisplayName("have to be said where they are left open")
    void open() {
        assertThatThrownBy(() -> TypeArguments.of(Open.class, Contract.class, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not name its types");
        assertThatThrownBy(() -> TypeArguments.of(Open.class, Contract.class, 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
