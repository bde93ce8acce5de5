import org.jspecify.annotations.NullMarked;

/// Makes the networks: synthesize damage, fit, evaluate.
@NullMarked
module dev.tintype.train {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;
    requires java.management;
    requires jdk.management;
    requires transitive dev.tintype.nn;
    requires xchart;

    exports dev.tintype.train.compare;
    exports dev.tintype.train.evaluate;
    exports dev.tintype.train.fit;
    exports dev.tintype.train.lesson;
    exports dev.tintype.train.objective;
    exports dev.tintype.train.synthesize;
}
