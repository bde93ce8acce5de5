/// What happens is told to open pages as it happens.
@NullMarked
package dev.tintype.web.event;

import org.jspecify.annotations.NullMarked;
