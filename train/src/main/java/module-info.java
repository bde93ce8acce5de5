import org.jspecify.annotations.NullMarked;

/// Makes the networks: synthesize damage, fit, evaluate.
@NullMarked
module dev.tintype.train {
    requires static org.jspecify;
    requires transitive dev.tintype.nn;
}
