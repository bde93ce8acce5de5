import org.jspecify.annotations.NullMarked;

/// The networks and the stages made of them, on libtorch.
@NullMarked
module dev.tintype.nn {
    requires static org.jspecify;
    requires transitive dev.tintype.core;
}
