package org.pipewright.deploy.territories;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Proofs that share a market, in which each tells its own records by a word. */
abstract class InMarket {

    static Market market;

    String word;

    @BeforeAll
    static void openTheMarket() {
        market = new Market();
    }

    @BeforeEach
    void chooseAWord() {
        word = Market.unique();
    }

    String ofWord() {
        return "industry==" + word;
    }
}
