import org.jspecify.annotations.NullMarked;

/// A photograph in, a better photograph out: what needs no network.
@NullMarked
module dev.tintype.core {
    requires static org.jspecify;
    requires java.desktop;

    exports dev.tintype.photo;
    exports dev.tintype.measure;
    exports dev.tintype.damage;
    exports dev.tintype.read;
    exports dev.tintype.write;
    exports dev.tintype.restore;
    exports dev.tintype.restore.inpaint;
}
