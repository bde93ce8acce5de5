/// Cuts faces out of a photo, has a network draw them anew, and sets them back, as the released code does. Where the
/// faces are must be told.
package dev.tintype.nn.official.face;
