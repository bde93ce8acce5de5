/// Blur undone: all methods work in the Fourier domain on the photo in a [Frame], with the PSF as a [BlurModel].
package dev.tintype.restore.deblur;
