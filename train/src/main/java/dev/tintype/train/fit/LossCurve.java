package dev.tintype.train.fit;

import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The losses of a run over its steps, as a picture with a logarithmic scale.
final class LossCurve {
    private LossCurve() {}

    /// @param csv lines of `step,player/term,value`
    static void write(Path csv, Path png) throws IOException {
        if (!Files.exists(csv)) {
            return;
        }
        Map<String, List<double[]>> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(csv)) {
            String[] cells = line.split(",", -1);
            double value = Double.parseDouble(cells[2]);
            if (value > 0) {
                series.computeIfAbsent(cells[1], _ -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[0]), value});
            }
        }
        XYChart chart = new XYChartBuilder()
                .width(1000)
                .height(600)
                .xAxisTitle("step")
                .yAxisTitle("loss")
                .build();
        chart.getStyler().setYAxisLogarithmic(true);
        series.forEach((name, points) -> chart.addSeries(
                        name,
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray())
                .setMarker(SeriesMarkers.NONE));
        if (!series.isEmpty()) {
            AtomicFile.write(
                    png, true, out -> ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out.toFile()));
        }
    }
}
