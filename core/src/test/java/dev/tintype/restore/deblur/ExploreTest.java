package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.diagnose.*;
import dev.tintype.photo.*;
import dev.tintype.restore.Stage;
import java.util.*;

class ExploreTest {
    public static void main(String[] a) throws Exception {
        for (String name : List.of("camera__motion09_a00_n00","camera__motion09_a00_n01","camera__motion09_a00_n05","camera__motion15_a30_n00","camera__motion15_a30_n01","camera__motion15_a30_n05","camera__motion15_a30_n10","camera__motion25_a75_n00","camera__motion25_a75_n01","camera__motion25_a75_n05","camera__defocus3_n00","camera__defocus5_n05","astronaut__motion15_a30_n00","astronaut__motion15_a30_n01","astronaut__motion15_a30_n05","astronaut__defocus5_n05")) {
            Photo p = BlurredPictures.blurred(name);
            long t = System.nanoTime();
            PsfEstimate e = PsfEstimator.estimate(p);
            System.out.printf("%s %s %.2f %.2f conf %.3f  %.2f s%n", name, e.family(), e.size(), e.degrees(), e.confidence(), (System.nanoTime() - t) / 1e9);
        }
        for (String n : List.of("camera", "astronaut")) {
            PsfEstimate e = PsfEstimator.estimate(BlurredPictures.truth(n + "__"));
            System.out.printf("%s sharp %s %.2f %.2f conf %.3f%n", n, e.family(), e.size(), e.degrees(), e.confidence());
        }
    }
}
