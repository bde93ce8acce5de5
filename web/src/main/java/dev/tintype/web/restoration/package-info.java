/// Photos are restored one after the other, as far as memory allows, also after a crash.
@NullMarked
package dev.tintype.web.restoration;

import org.jspecify.annotations.NullMarked;
