package org.pipewright.platform.spi.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom an operation of the REST interface lets in. Stands on the resource or on the method, where it counts more. An
 * operation without it is refused to everybody, and the build fails. What is named here is checked before the method
 * runs; which records it reaches is decided by whoever reads and writes them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Admits {

    /** Who may call at all. */
    Who value();

    /** Capabilities of which the caller needs one, such as {@code core.import}. */
    String[] capability() default {};

    /** Feature that must be in force for the caller. */
    String feature() default "";

    /** Record type on which the action must be granted at some level. {@link Who#RECORDS} takes it from the path. */
    String recordType() default "";

    /** Action on the record type. */
    String action() default Action.VIEW;

    /** Whether calls of one address are counted, because they cost a mail or tell about links. */
    boolean limited() default false;

    /** Who may call. */
    enum Who {
        /** Everybody, also without log-in. */
        ANYBODY,
        /** Whoever is logged in, outside any tenant. */
        VISITOR,
        /** The platform's operators. */
        OPERATOR,
        /** Active members of the tenant in the path. */
        MEMBER,
        /** Members for whom the record type named by the path parameter {@code records} is there. */
        RECORDS,
        /** Members who hold every right. */
        ADMINISTRATOR
    }
}
