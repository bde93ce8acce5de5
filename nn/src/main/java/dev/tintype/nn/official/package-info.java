/// The networks of Wan et al. with exactly the tensor names and shapes of their release, so that the released weights
/// fit, and the pipeline around them.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, doi:10.1109/CVPR42600.2020.00282, and "Old Photo
/// Restoration via Deep Latent Space Translation", 2022, doi:10.1109/TPAMI.2022.3163183.
package dev.tintype.nn.official;
