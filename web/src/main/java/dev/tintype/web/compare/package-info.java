/// One photo by several methods, side by side, and how near each comes to a photo that is known to be right.
@NullMarked
package dev.tintype.web.compare;

import org.jspecify.annotations.NullMarked;
