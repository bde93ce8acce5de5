/// Pictures as signals: their spectra.
package dev.tintype.signal;
