/// The album, page by page.
@NullMarked
package dev.tintype.web.gallery;

import org.jspecify.annotations.NullMarked;
