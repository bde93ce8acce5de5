import org.jspecify.annotations.NullMarked;

/// The networks and the stages made of them, on libtorch.
@NullMarked
module dev.tintype.nn {
    requires static com.microsoft.onnxruntime;
    requires static org.jspecify;
    requires transitive dev.tintype.core;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.openblas;
    requires transitive org.bytedeco.pytorch;

    exports dev.tintype.nn;
    exports dev.tintype.nn.layer;
    exports dev.tintype.nn.official;
    exports dev.tintype.nn.official.checkpoint;
    exports dev.tintype.nn.official.face;
    exports dev.tintype.nn.official.prepare;
    exports dev.tintype.nn.net;
    exports dev.tintype.nn.stage;
    exports dev.tintype.nn.torch;
}
