package org.pipewright.sales.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.forms.Arrival;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.spi.forms.PublicForms;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.sales.sources.ArrivalRule;
import org.pipewright.sales.sources.ArrivalRules;

/** Makes a lead of each form that was filled in, with where the person came from (S-LEAD-08, S-SRC-07). */
@ApplicationScoped
class LeadForms implements PublicForms {

    private static final String LEAD = "sales.lead";
    private static final String SOURCES = "sales.lead-sources";
    private static final String CHANNEL = "sales.channel";
    private static final String WEBSITE = "sales.default.channel.website";

    /** Facts of an arrival and the fields of a lead that keep them. */
    private static final Map<String, String> FACTS = Map.of(
            "utm_source", "utmSource",
            "utm_medium", "utmMedium",
            "utm_campaign", "utmCampaign",
            "utm_term", "utmTerm",
            "utm_content", "utmContent",
            "referrer", "referrer",
            "page", "landingPage");

    @Inject
    Records records;

    @Inject
    ArrivalRules rules;

    @Inject
    CurrentTenant tenant;

    @Inject
    Wording wording;

    @Override
    public Optional<PublicForm> withId(UUID id) {
        return records.withId(LeadForm.class, id).filter(LeadForm::isActive).map(form -> form.shown(LEAD));
    }

    @Override
    public UUID take(UUID form, JsonObject answers, Arrival arrival) {
        LeadForm taken = records.withId(LeadForm.class, form).orElseThrow();
        JsonObjectBuilder members = Json.createObjectBuilder(answers).add("form", form.toString());
        taken.assignee().ifPresent(id -> members.add("owner", id.toString()));
        taken.leadTeam().ifPresent(id -> members.add("team", id.toString()));
        arrival.consent()
                .ifPresent(text -> members.add("consentText", text)
                        .add("consentedAt", arrival.at().toString()));
        if (tenant.hasFeature(SOURCES)) {
            Optional<ArrivalRule> rule = rules.forArrival(arrival::fact);
            rule.map(ArrivalRule::channel)
                    .or(taken::channel)
                    .or(this::website)
                    .ifPresent(channel -> members.add("channel", channel.toString()));
            rule.flatMap(ArrivalRule::marketingActivity)
                    .ifPresent(activity -> members.add("sourceActivity", activity.toString()));
            FACTS.forEach((fact, field) -> arrival.fact(fact).ifPresent(value -> members.add(field, value)));
        }
        return records.create(LEAD, members.build());
    }

    /** The channel every tenant begins with, in whichever language. */
    private Optional<UUID> website() {
        return Language.spoken().stream()
                .map(language -> wording.text(language.locale(), WEBSITE))
                .distinct()
                .flatMap(name -> records.having(CHANNEL, "name", name).stream())
                .findFirst();
    }
}
