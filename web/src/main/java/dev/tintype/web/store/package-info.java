/// What is kept: rows in the database, files in a folder.
@NullMarked
package dev.tintype.web.store;

import org.jspecify.annotations.NullMarked;
