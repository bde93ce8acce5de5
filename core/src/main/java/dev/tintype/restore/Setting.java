package dev.tintype.restore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes an option of a stage, on the component of its record: a number, a truth value or one of an enum. The
/// command line and a plan offer it, and refuse what is out of range.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /// What it is, with its unit, in a few words.
    String value();

    /// What it is where nobody says otherwise, as text.
    String usual();

    /// The least number.
    double least() default 0;

    /// The largest number.
    double most() default Double.MAX_VALUE;
}
