package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** What kind of source a channel has stays while records came by it (S-SRC-04). */
@ApplicationScoped
class ChannelRules implements RecordRules<Channel> {

    private static final List<String> USERS = List.of("Lead", "Opportunity");

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Override
    public void prepare(Channel channel) {
        channel.settle();
    }

    @Override
    public void check(Channel channel, Change change, Violations violations) {
        if (!change.created() && change.touches("impactType") && USERS.stream().anyMatch(user -> has(user, channel))) {
            throw Refusal.of(SalesErrorCode.CHANNEL_IN_USE, channel.name());
        }
    }

    private boolean has(String user, Channel channel) {
        return entityManager
                        .createQuery("select count(r) from " + user + " r where r.channel = :channel", Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("channel", channel.id())
                        .getSingleResult()
                > 0;
    }

    @Override
    public void derive(Channel channel, Change change) {
        channel.settle();
    }
}
