package org.pipewright.platform.spi.modules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation, or every operation of a resource, that will go. Its answers say so by the headers {@code Deprecation}
 * (RFC 9745), {@code Sunset} (RFC 8594) and a link to what to use instead; OpenAPI marks it as deprecated.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retiring {

    /** Day since when it should not be used any more, such as {@code 2026-11-01}. */
    String since();

    /** Day after which it is not there any more, or empty while that is open. */
    String until() default "";

    /** Address of a page that says what to use instead. */
    String instead();
}
