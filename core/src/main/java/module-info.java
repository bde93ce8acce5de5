import org.jspecify.annotations.NullMarked;

/// A photograph in, a better photograph out: what needs no network.
@NullMarked
module dev.tintype.core {
    requires java.desktop;
    requires JTransforms;
    requires commons.math3;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports dev.tintype.photo;
    exports dev.tintype.damage;
    exports dev.tintype.diagnose;
    exports dev.tintype.read;
    exports dev.tintype.signal;
    exports dev.tintype.plan;
    exports dev.tintype.restore;
    exports dev.tintype.restore.denoise;
    exports dev.tintype.restore.deblur;
    exports dev.tintype.restore.inpaint;
    exports dev.tintype.restore.tone;
    exports dev.tintype.write;
    exports dev.tintype.measure;
}
