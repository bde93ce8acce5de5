package dev.tintype.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.FaceTreatment;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.nio.file.Path;
import java.util.List;

/// Faces as JSON: a list with an object for each photo.
final class FacesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ArrayNode root = MAPPER.createArrayNode();

    FacesJson() {}

    void add(Path photo, Size size, List<FaceTreatment> treatments, double seconds) {
        ObjectNode node = root.addObject();
        node.put("photo", photo.toString());
        node.put("width", size.width());
        node.put("height", size.height());
        ArrayNode faces = node.putArray("faces");
        for (FaceTreatment treatment : treatments) {
            ObjectNode face = faces.addObject();
            face.put("number", faces.size());
            write(treatment, size, face);
        }
        node.put("seconds", rounded(seconds));
    }

    /// All of them, with a line break at the end.
    String text() {
        return root.toPrettyString() + "\n";
    }

    private static void write(FaceTreatment treatment, Size photo, ObjectNode node) {
        node.put("sureness", rounded(treatment.face().sureness()));
        Region region = treatment.face().box(photo);
        ObjectNode box = node.putObject("box");
        box.put("column", region.column());
        box.put("row", region.row());
        box.put("width", region.size().width());
        box.put("height", region.size().height());
        FacePoints points = treatment.face().points();
        ObjectNode places = node.putObject("points");
        write(places, "leftEye", points.leftEye());
        write(places, "rightEye", points.rightEye());
        write(places, "nose", points.nose());
        write(places, "leftMouth", points.leftMouth());
        write(places, "rightMouth", points.rightMouth());
        node.put("eyeDistance", rounded(points.eyeDistance()));
        node.put("blur", rounded(treatment.condition().blur()));
        node.put("noise", rounded(treatment.condition().noise()));
        node.put("wished", rounded(treatment.wished()));
        node.put("strength", rounded(treatment.strength()));
        ObjectNode likeness = node.putObject("likeness");
        likeness.put("drift", rounded(treatment.likeness().drift()));
        likeness.put("structure", rounded(treatment.likeness().structure()));
        likeness.put("colour", rounded(treatment.likeness().colour()));
        node.put("words", treatment.words());
    }

    private static void write(ObjectNode node, String name, Point point) {
        node.putObject(name).put("column", rounded(point.column())).put("row", rounded(point.row()));
    }

    private static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }
}
