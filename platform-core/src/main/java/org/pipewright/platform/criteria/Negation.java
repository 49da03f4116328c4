package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLVisitor;

/** Whatever does not match; nobody can write it, a comparison with segments stands for it. */
final class Negation implements Node {

    private final Node negated;

    Negation(Node negated) {
        this.negated = negated;
    }

    Node negated() {
        return negated;
    }

    @Override
    public <R, A> R accept(RSQLVisitor<R, A> visitor, A parameter) {
        return negated.accept(visitor, parameter);
    }

    @Override
    public <R, A> R accept(RSQLVisitor<R, A> visitor) {
        return negated.accept(visitor);
    }
}
