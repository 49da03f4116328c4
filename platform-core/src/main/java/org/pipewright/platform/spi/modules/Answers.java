package org.pipewright.platform.spi.modules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation answers when it succeeds, where its Java type does not tell: for methods that return a {@code
 * Response} or JSON they wrote themselves. OpenAPI is written from it and a test holds real answers against it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /** A record of the members of the body; {@code Void} for none. */
    Class<?> value() default Void.class;

    /** The status. */
    int status() default 200;
}
