package org.pipewright.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

class ProvisioningTest {

    private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Signup SIGNUP = new Signup(
            UUID.fromString("01900000-0000-7000-8000-000000000002"),
            new NewTenant(TENANT, "maven", "Maven Computers", "DE", "Europe/Berlin", "en", "EUR"),
            "Mia Maven",
            "mia@maven.example",
            false,
            false);

    private final RememberedProvider provider = new RememberedProvider();
    private final Database database = new Database();
    private final Provisioning provisioning = new Provisioning();

    /** The database's part, which can be told to fail. */
    private static final class Database extends SignupCompletion {

        private final List<String> founders = new ArrayList<>();
        private boolean failing;

        @Override
        void complete(Signup signup, String subject) {
            assertThat(BoundTenant.current()).contains(TENANT);
            if (failing) {
                throw Refusal.of(CoreErrorCode.INTERNAL);
            }
            founders.add(subject);
        }
    }

    @BeforeEach
    void assemble() {
        provisioning.provider = provider;
        provisioning.completion = database;
    }

    @Test
    void makesAccountOrganisationMembershipAndTenant() {
        provisioning.provision(SIGNUP, "correct horse");

        assertThat(provider.accounts).containsKey("mia@maven.example");
        assertThat(provider.organisations).containsExactly(TENANT);
        assertThat(provider.members).containsExactly(TENANT + " subject of mia@maven.example");
        assertThat(database.founders).containsExactly("subject of mia@maven.example");
    }

    @Test
    void takesAnAccountThatIsThereWithoutAskingForAPassword() {
        provider.accounts.put("mia@maven.example", "mia");

        provisioning.provision(SIGNUP, null);

        assertThat(database.founders).containsExactly("mia");
    }

    @Test
    void asksForAPasswordBeforeAnythingIsMade() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> provisioning.provision(SIGNUP, " "))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field())
                        .containsExactly("password"));

        assertThat(provider.accounts).isEmpty();
        assertThat(provider.organisations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountOf", "createAccount", "ensureOrganisation", "addMember"})
    void leavesNothingBehindWhenTheProviderFailsAndEndsWithExactlyOneOnRetry(String call) {
        provider.failAt(call);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> provisioning.provision(SIGNUP, "correct horse"));

        assertThat(provider.accounts).isEmpty();
        assertThat(provider.organisations).isEmpty();
        assertThat(database.founders).isEmpty();

        provider.failAt("");
        provisioning.provision(SIGNUP, "correct horse");

        assertThat(provider.accounts).hasSize(1);
        assertThat(provider.organisations).hasSize(1);
        assertThat(provider.members).hasSize(1);
        assertThat(database.founders).hasSize(1);
    }

    @Test
    void undoesWhatItMadeAtTheProviderWhenTheDatabaseFails() {
        database.failing = true;

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> provisioning.provision(SIGNUP, "correct horse"));

        assertThat(provider.accounts).isEmpty();
        assertThat(provider.organisations).isEmpty();
        assertThat(provider.members).isEmpty();
    }

    @Test
    void keepsAnAccountThatWasThereBeforeWhenItFails() {
        provider.accounts.put("mia@maven.example", "mia");
        database.failing = true;

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> provisioning.provision(SIGNUP, null));

        assertThat(provider.accounts).containsEntry("mia@maven.example", "mia");
    }
}
