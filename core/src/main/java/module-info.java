import org.jspecify.annotations.NullMarked;

/// A photograph in, a better photograph out: what needs no network.
@NullMarked
module dev.tintype.core {
    requires java.desktop;
    requires static org.jspecify;

    exports dev.tintype.photo;
    exports dev.tintype.read;
    exports dev.tintype.write;
    exports dev.tintype.measure;
    exports dev.tintype.restore;
}
