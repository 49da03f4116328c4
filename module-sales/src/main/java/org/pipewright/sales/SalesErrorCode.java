package org.pipewright.sales;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the module refuses. */
public enum SalesErrorCode implements ErrorCode {
    /** An opportunity that is won or lost keeps its core fields (S-OPP-11, S-CLOSE-04). */
    OPPORTUNITY_DECIDED(Category.CONFLICT),
    /** A closed opportunity takes notes and files only (S-CLOSE-04). */
    OPPORTUNITY_CLOSED(Category.CONFLICT),
    /** An account has the same role in a deal once (S-PARTY-08). */
    PARTY_TWICE(Category.CONFLICT),
    /** One party of a deal is its customer (S-PARTY-04). */
    ONE_CUSTOMER(Category.CONFLICT),
    /** A deal is lost to one competitor (S-PARTY-05). */
    ONE_WINNER(Category.CONFLICT),
    /** Only a lost deal has been won by somebody else (S-PARTY-05). */
    WINNER_OF_OPEN_DEAL(Category.CONFLICT),
    /** An amount that follows lines or demand is not typed (S-OPP-15). */
    AMOUNT_FOLLOWS(Category.CONFLICT),
    /** There is no demand to be posted (S-DEM-04). */
    NO_DEMAND(Category.CONFLICT),
    /** A won deal is closed when it is told why demand was not met (S-DEM-07). */
    UNMET_DEMAND(Category.CONFLICT),
    /** The shares of a deal add up to all of it (S-OPP-24). */
    CREDIT_NOT_WHOLE(Category.CONFLICT),
    /** A colleague has one share of a deal (S-OPP-24). */
    CREDITED_TWICE(Category.CONFLICT),
    /** What kind of source a channel has stays while records came by it (S-SRC-04). */
    CHANNEL_IN_USE(Category.CONFLICT),
    /** Another number of deals follows a new default than was shown (S-OPP-12). */
    OTHER_DEALS(Category.CONFLICT),
    /** What was decided in a locked period stays as it was reported (S-CLOSE-14). */
    PERIOD_LOCKED(Category.CONFLICT),
    /** What is not a draft is not changed; a sent quote gets a next version (S-QUO-05). */
    QUOTE_LOCKED(Category.CONFLICT),
    /** A quote has at least one line when it is sent (S-QUO-06). */
    QUOTE_EMPTY(Category.CONFLICT),
    /** A quote goes to parties of its deal that have an address (S-QUO-06). */
    RECIPIENT(Category.INVALID),
    /** The last day on which a quote can be accepted is over (S-QUO-10). */
    QUOTE_OVER(Category.GONE),
    /** What somebody else chose meanwhile is not accepted unseen (S-QUO-09). */
    CHOICE_CHANGED(Category.CONFLICT),
    /** A newer version of the quote was sent (S-QUO-05). */
    QUOTE_REPLACED(Category.GONE),
    /** The quote was cancelled (S-QUO-02). */
    QUOTE_WITHDRAWN(Category.GONE),
    /** The version before was accepted meanwhile (S-QUO-05). */
    QUOTE_ACCEPTED(Category.CONFLICT),
    /** The customer accepted a quote of the deal; it is not lost (S-CLOSE-10). */
    DEAL_ACCEPTED(Category.CONFLICT),
    /** There is an order of the deal; it is not lost (S-CLOSE-10). */
    DEAL_ORDERED(Category.CONFLICT),
    /** The customer could still accept a quote of the deal that is lost (S-CLOSE-10). */
    QUOTE_OPEN(Category.CONFLICT),
    /** Discount or amount is over the limit (S-QUO-11). */
    APPROVAL_NEEDED(Category.CONFLICT),
    /** A tax category asks for the reason of the exemption (S-TAX-06). */
    EXEMPTION_MISSING(Category.INVALID),
    /** Lines of a confirmed order, and of one made of a quote, stay as they are (S-ORD-03). */
    ORDER_CONFIRMED(Category.CONFLICT),
    /** An order is confirmed before it is delivered (S-ORD-02). */
    ORDER_NOT_CONFIRMED(Category.CONFLICT),
    /** No more is delivered of a line than was ordered (S-ORD-05). */
    MORE_THAN_ORDERED(Category.CONFLICT),
    /** An order has at least one line when it is confirmed (S-ORD-01). */
    ORDER_EMPTY(Category.CONFLICT),
    /** What is invoiced of an order stays ordered (S-ORD-07). */
    BELOW_INVOICED(Category.CONFLICT),
    /** What is delivered of an order stays ordered (S-ORD-07). */
    BELOW_DELIVERED(Category.CONFLICT),
    /** Whoever makes the order of a quote may make orders (S-QUO-15). */
    ORDER_FORBIDDEN(Category.FORBIDDEN),
    /** The customer owes too much, and the tenant wants no orders then (S-ORD-11). */
    CUSTOMER_CREDIT(Category.CONFLICT),
    /** All of it is invoiced already (S-INV-02). */
    ORDER_INVOICED(Category.CONFLICT),
    /** The order of the quote is confirmed (S-QUO-17). */
    ORDER_EXISTS(Category.CONFLICT),
    /** Whoever makes a quote of a deal may make quotes (S-QUO-04). */
    QUOTE_FORBIDDEN(Category.FORBIDDEN),
    /** A qualified or disqualified lead takes notes only (S-LEAD-15, S-LEAD-16). */
    LEAD_DECIDED(Category.CONFLICT),
    /** A lead is qualified once (S-CONV-06, S-LEAD-16). */
    LEAD_QUALIFIED(Category.CONFLICT),
    /** What a lead is to become is not told, or told twice (S-CONV-03). */
    QUALIFICATION_UNCLEAR(Category.INVALID),
    /** What a lead became has been worked on since, or too long ago (S-CONV-11). */
    QUALIFICATION_IN_USE(Category.CONFLICT),
    /** An opportunity is asked for while opportunities are switched off (S-SET-20). */
    FEATURE_DEPENDENCY(Category.CONFLICT),
    /** A disqualified lead has one open successor at a time (S-LEAD-15). */
    LEAD_REACTIVATED(Category.CONFLICT),
    /** Statuses that come with the module stay (S-LEAD-03, S-OPP-08). */
    SYSTEM_STATUS(Category.CONFLICT),
    /** A catalogue entry that records use stays (S-LEAD-03, S-CLOSE-07). */
    ENTRY_IN_USE(Category.CONFLICT),
    /** The type of a kind that deals have stays (S-KIND-02). */
    KIND_IN_USE(Category.CONFLICT),
    /** The stages of a standard sale stand firm (S-KIND-04). */
    STAGES_FIXED(Category.CONFLICT),
    /** The rules of the kind do not allow the move (S-KIND-10). */
    MOVE_REFUSED(Category.CONFLICT),
    /** Only other roles bring opportunities to the stage (S-ROLE-11). */
    MOVE_OF_OTHER_ROLES(Category.FORBIDDEN),
    /** Mandatory tasks of the stage are neither done nor waived (S-KIND-15). */
    TASKS_OWED(Category.CONFLICT),
    /** A mandatory task is done or waived, not deleted (S-KIND-15). */
    TASK_STAYS(Category.CONFLICT),
    /** Moving to another stage needs the right of the verb. */
    MOVE_FORBIDDEN(Category.FORBIDDEN),
    /** Another kind needs its stage mapped (S-KIND-16). */
    DEALS_WITHOUT_STAGE(Category.INVALID),
    KIND_MAPPING(Category.INVALID),
    /** There is one open successor at a time (S-CLOSE-12). */
    SUCCESSOR_IN_PROGRESS(Category.CONFLICT),
    /** A decision is corrected soon or not at all (S-CLOSE-13). */
    TOO_LATE_TO_CORRECT(Category.CONFLICT),
    /** A decision on which documents rest is no slip of the hand (S-CLOSE-13). */
    DECISION_IN_USE(Category.CONFLICT),
    /** A copy is a new record. */
    COPY_FORBIDDEN(Category.FORBIDDEN),
    /** Writing an outcome needs the right of the verb that brings it about. */
    OUTCOME_FORBIDDEN(Category.FORBIDDEN);

    private final Category category;

    SalesErrorCode(Category category) {
        this.category = category;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String textKey() {
        return "sales.problem." + slug();
    }
}
