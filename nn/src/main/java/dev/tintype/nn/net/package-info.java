/// One file per network.
package dev.tintype.nn.net;
