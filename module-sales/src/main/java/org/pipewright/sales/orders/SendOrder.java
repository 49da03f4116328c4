package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.sales.letters.Letter;

/** Mails the customer the confirmation of an order as PDF, which stays with its files as it was (S-PDF-03). */
@ApplicationScoped
class SendOrder extends OrderVerb<Letter> implements ProposingVerb<Order, Letter> {

    @Inject
    Parts parts;

    @Inject
    Papers papers;

    @Inject
    OrderPaper paper;

    @Inject
    CustomerAddresses addresses;

    @Inject
    CustomerMail mail;

    SendOrder() {
        super("send", OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT, OrderStatus.FULFILLED);
    }

    @Override
    public Letter proposed(Order order) {
        Optional<String> to = order.sentTo().or(() -> addresses.mail(order.contact(), order.account()));
        return new Letter(to.orElse(null), paper.text(order, "message"));
    }

    @Override
    public void perform(Order order, Letter letter) {
        String title = paper.title(order);
        Map<String, Object> values = paper.values(order, parts.of(OrderLine.class, order.id()));
        byte[] pdf = papers.drawn(OrderPaper.KEY, order.language().locale(), title, values, List.of());
        String name = order.number().orElseThrow() + ".pdf";
        papers.keep(Order.NAME, order.id(), name, pdf);
        order.send(Instant.now(), letter.to());
        mail.send(
                letter.to(),
                title + ": " + order.name(),
                Optional.ofNullable(letter.message()).orElse(""),
                List.of(new Attachment(name, "application/pdf", pdf)));
    }
}
