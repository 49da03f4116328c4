package org.pipewright.sales.sources;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.sales.sources.Channel.Impact;

/**
 * A record that came by a channel, from a source of the kind the channel has (S-SRC-02). Each kind is a reference of its
 * own, so that whoever is credited is one the database knows (trap 19).
 */
@MappedSuperclass
public abstract class Sourced extends OwnedRecord {

    @Field(group = "origin", references = Channel.NAME, feature = Channel.FEATURE)
    @Column(name = "channel_id")
    private UUID channel;

    @Field(group = "origin", references = "core.member", feature = Channel.FEATURE)
    @Column(name = "source_user_id")
    private UUID sourceUser;

    @Field(group = "origin", references = "core.account", feature = Channel.FEATURE, offered = "partner==true")
    @Column(name = "source_partner_id")
    private UUID sourcePartner;

    @Field(group = "origin", references = "core.contact", feature = Channel.FEATURE)
    @Column(name = "source_contact_id")
    private UUID sourceContact;

    @Field(group = "origin", references = MarketingActivity.NAME, feature = Channel.FEATURE)
    @Column(name = "source_activity_id")
    private UUID sourceActivity;

    /** Came the same way as another one. */
    protected void comeLike(Sourced other) {
        channel = other.channel;
        sourceUser = other.sourceUser;
        sourcePartner = other.sourcePartner;
        sourceContact = other.sourceContact;
        sourceActivity = other.sourceActivity;
    }

    /** The marketing activity it came from. */
    public Optional<UUID> sourceActivity() {
        return Optional.ofNullable(sourceActivity);
    }

    /** How it came. */
    public Optional<UUID> channel() {
        return Optional.ofNullable(channel);
    }

    /** Fields of the sources it has, by kind. */
    Map<Impact, String> sources() {
        Map<Impact, String> sources = new EnumMap<>(Impact.class);
        put(sources, Impact.USER, "sourceUser", sourceUser);
        put(sources, Impact.PARTNER, "sourcePartner", sourcePartner);
        put(sources, Impact.CONTACT, "sourceContact", sourceContact);
        put(sources, Impact.ACTIVITY, "sourceActivity", sourceActivity);
        return sources;
    }

    private static void put(Map<Impact, String> sources, Impact kind, String field, UUID source) {
        if (source != null) {
            sources.put(kind, field);
        }
    }
}
