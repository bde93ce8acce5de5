/// What the released code does to photos and masks before and after its networks, in the arithmetic of the libraries it
/// uses (Pillow, OpenCV, torchvision), so that the networks see the same numbers. Photo in, photo out.
package dev.tintype.nn.official.prepare;
