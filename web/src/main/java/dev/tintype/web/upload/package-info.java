/// Files become photos of the album.
@NullMarked
package dev.tintype.web.upload;

import org.jspecify.annotations.NullMarked;
