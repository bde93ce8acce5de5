/// What is done to a photo by hand: a mask is painted, what it covers is filled, pixels are copied. Nothing is final.
@NullMarked
package dev.tintype.web.retouch;

import org.jspecify.annotations.NullMarked;
