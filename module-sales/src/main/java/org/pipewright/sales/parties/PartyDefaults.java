package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.sales.parties.PartyRole.Meaning;

/** The roles of partners and people every tenant starts with, in its language (S-PARTY-03). */
@ApplicationScoped
class PartyDefaults implements TenantHook {

    private static final List<String> OTHERS = List.of("end-user", "reseller", "consultant", "supplier");

    /** What a person is to begin with. */
    private record Person(String key, ContactRole.Meaning meaning) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("decision-maker", ContactRole.Meaning.DECISION_MAKER),
            new Person("influencer", ContactRole.Meaning.INFLUENCER),
            new Person("user", ContactRole.Meaning.USER),
            new Person("technical", ContactRole.Meaning.OTHER),
            new Person("purchasing", ContactRole.Meaning.OTHER),
            new Person("blocker", ContactRole.Meaning.BLOCKER));

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        records.create(role(language, "customer", Meaning.CUSTOMER, 10));
        for (int i = 0; i < OTHERS.size(); i++) {
            records.create(role(language, OTHERS.get(i), Meaning.OTHER, (i + 2) * 10));
        }
        records.create(role(language, "competitor", Meaning.COMPETITOR, 100));
        for (int i = 0; i < PEOPLE.size(); i++) {
            Person person = PEOPLE.get(i);
            records.create(new ContactRole(
                    wording.text(language, "sales.default.contact-role." + person.key()),
                    person.meaning(),
                    (i + 1) * 10));
        }
    }

    private PartyRole role(Locale language, String key, Meaning meaning, int position) {
        return new PartyRole(wording.text(language, "sales.default.party-role." + key), meaning, position);
    }
}
