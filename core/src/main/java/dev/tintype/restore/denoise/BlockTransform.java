package dev.tintype.restore.denoise;

/// A separable transform of blocks of 8 x 8 samples, in place.
interface BlockTransform {
    /// Samples along a side of a block.
    int SIDE = 8;

    /// Samples of a block.
    int AREA = SIDE * SIDE;

    /// Transforms 8 numbers of a block, the first at `at`, each `stride` after the one before.
    void forwardLine(float[] block, int at, int stride);

    /// Undoes [#forwardLine].
    void inverseLine(float[] block, int at, int stride);

    /// Transforms rows, then columns.
    default void forward(float[] block) {
        for (int i = 0; i < SIDE; i++) {
            forwardLine(block, i * SIDE, 1);
        }
        for (int i = 0; i < SIDE; i++) {
            forwardLine(block, i, SIDE);
        }
    }

    /// Undoes [#forward].
    default void inverse(float[] block) {
        for (int i = 0; i < SIDE; i++) {
            inverseLine(block, i, SIDE);
        }
        for (int i = 0; i < SIDE; i++) {
            inverseLine(block, i * SIDE, 1);
        }
    }
}
