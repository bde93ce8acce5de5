/// One photo, large: before and after, what was found, what is done about it.
@NullMarked
package dev.tintype.web.view;

import org.jspecify.annotations.NullMarked;
