/// What can be taken away.
@NullMarked
package dev.tintype.web.download;

import org.jspecify.annotations.NullMarked;
