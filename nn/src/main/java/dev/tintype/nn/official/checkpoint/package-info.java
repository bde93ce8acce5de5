/// Reads the released checkpoints, which are Python pickles, without executing anything in them, and writes them as
/// safetensors.
package dev.tintype.nn.official.checkpoint;
