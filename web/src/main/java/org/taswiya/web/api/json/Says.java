package org.taswiya.web.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a record means, and what it may be.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {
    /// A sentence for whoever writes a program against it.
    String value();

    /// What the whole text has to match; empty for any text without control characters.
    String pattern() default "";

    /// Of a text its characters, of a list its values; zero where nothing is said.
    int most() default 0;

    /// The same.
    int least() default 0;

    /// The only texts that there are, in a list too; none where there are others.
    String[] oneOf() default {};

    /// The only texts that there are, where they are the codes of this: its names in small letters with hyphens.
    Class<? extends Enum<?>> codesOf() default None.class;

    /// Whether a text may have several lines.
    boolean isOfLines() default false;

    /// Nobody's codes.
    enum None {}
}
