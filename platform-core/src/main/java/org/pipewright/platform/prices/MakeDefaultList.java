package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Makes a list the one that holds for everybody who has no other, in its currency; the former one gives way. */
@ApplicationScoped
class MakeDefaultList implements Verb<PriceList, Nothing> {

    @Inject
    PriceLists lists;

    @Inject
    Records records;

    @Override
    public String name() {
        return "make-default";
    }

    @Override
    public boolean offered(PriceList list) {
        return !list.isDefault();
    }

    @Override
    public void perform(PriceList list, Nothing nothing) {
        lists.standard(list.currency()).ifPresent(former -> records.change(former, PriceList::giveWay));
        list.makeDefault();
    }
}
