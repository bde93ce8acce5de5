/// Who may ask for what, and how mistakes are told.
@NullMarked
package dev.tintype.web.safety;

import org.jspecify.annotations.NullMarked;
