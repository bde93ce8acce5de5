/// Tintype in the browser: folders by feature, all of them on top of `store`.
@NullMarked
package dev.tintype.web;

import org.jspecify.annotations.NullMarked;
