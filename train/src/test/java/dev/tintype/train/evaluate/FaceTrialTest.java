package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.net.FaceRefiner.Width;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.train.evaluate.FaceTrial.Row;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceTrialTest {
    private static final Size SIZE = new Size(60, 60);

    /// Gives every scan back.
    private static final Restorer IDLE =
            (scan, _, _) -> new Restoration(scan, new Samples(scan.samples().size(), 1, Depth.BITS_8), List.of());

    @TempDir
    private static Path folder;

    /// Sees a face at every place, its eyes ten pixels apart.
    @BeforeAll
    static void write() throws IOException {
        FreshParameters seeing = new FreshParameters(1, Map.of());
        FaceNet.of(seeing, 2);
        Map<String, Tensor> tensors = seeing.tensors();
        float[] bias = {9, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0, -0.3f, 0.4f, 0.3f, 0.4f};
        tensors.put("head.bias", Tensor.of(bias, 11));
        new SafeTensors(tensors, Map.of()).write(folder.resolve("face-detector.safetensors"), false);
        FreshParameters idle = new FreshParameters(1, Map.of());
        FaceRefiner.of(idle, List.of(new Width(4, 1), new Width(4, 1)));
        new SafeTensors(idle.tensors(), Map.of()).write(folder.resolve("face.safetensors"), false);
    }

    private static Photo waves() {
        Plane plane =
                Plane.of(SIZE, (row, column) -> (float) (0.5 + 0.3 * Math.sin(0.4 * row) * Math.sin(0.3 * column)));
        return new Photo(List.of(plane));
    }

    private static FacePoints face(double row, double column) {
        FacePoints upright = FacePoints.upright(33); // eyes ten pixels apart
        Point centre = upright.centre();
        return upright.map(
                point -> new Point(row + point.row() - centre.row(), column + point.column() - centre.column()));
    }

    private static Portrait portrait() {
        Samples photo = new Samples(SIZE, 1, Depth.BITS_16);
        photo.put(0, 0, waves());
        return new Portrait("waves", photo, face(30, 30), true);
    }

    @Test
    void measuresInsideTheBox() {
        FaceTrial trial = new FaceTrial(IDLE, IDLE, Faces.open(folder));
        Row strong = trial.aged(portrait(), Strength.STRONG, 1);
        Row mild = trial.aged(portrait(), Strength.MILD, 1);
        assertTrue(strong.aged().score().psnr() < mild.aged().score().psnr());
        assertEquals(strong.aged().score(), strong.refined().score());
        assertEquals(0, strong.aged().error(), 1e-6);
        Row untouched = trial.untouched(portrait());
        assertEquals(Double.POSITIVE_INFINITY, untouched.refined().score().psnr());
        String table = new FaceTable(List.of(strong, mild, untouched)).markdown();
        assertTrue(table.contains("| mild | 1 | "), table);
        assertTrue(table.contains("| none | 1 | - | - | - | 0.0 | 0.0 | 0.0 |"), table);
        assertEquals(4, strong.pictures().size());
    }

    @Test
    void countsWhatIsFoundAndWhatIsNot() {
        Faces faces = Faces.open(folder);
        FacePoints there = faces.find(portrait().photo()).get(3).points();
        FaceSearch search = new FaceSearch(faces);
        search.search(waves(), List.of(there, face(200, 200)), List.of());
        assertEquals(0.5, search.recall());
        assertTrue(search.falseAlarms() >= 1, "a face is seen everywhere");
        assertTrue(search.line("waves").startsWith("| waves | 1 | 2 | 50.0 % | "), search.line("waves"));
    }

    @Test
    void saysNothingOfPointsThatAreNotFound() {
        FaceTrial.Version lost = new FaceTrial.Version(new Evaluation.Score(20, 0.5), Double.NaN);
        Row row = new Row("x", Optional.of(Strength.MEDIUM), lost, lost, lost, 1, "no faces", List.of());
        assertTrue(new FaceTable(List.of(row)).markdown().contains("| 20.00 / 0.500 | - (1 lost) |"));
        assertTrue(new FaceTable(List.of(row)).csv().contains("x,medium,with,20.000,0.5000,NaN,1.00,\"no faces\""));
    }
}
