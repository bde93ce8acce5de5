package dev.tintype.cli;

import dev.tintype.write.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// PSNR against noise: a line for each method, dashed where the PSF was estimated.
final class DeblurPlot {
    private static final Color[] COLOURS = {
        new Color(0x777777),
        new Color(0xB07AA1),
        new Color(0x76B7B2),
        new Color(0x4E79A7),
        new Color(0xEDA03B),
        new Color(0x59A14F),
        new Color(0xC8353A),
        new Color(0x9C755F)
    };

    private DeblurPlot() {}

    static void write(Path file, List<DeblurScore> scores) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(1000)
                .height(600)
                .xAxisTitle("noise, standard deviation of 255")
                .yAxisTitle("PSNR, dB")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        int colour = 0;
        for (DeblurMethod method : DeblurMethod.values()) {
            colour++;
            for (boolean blind : method.isShownBlind() ? new boolean[] {false, true} : new boolean[] {false}) {
                List<DeblurScore> points = scores.stream()
                        .filter(score -> score.method() == method && score.blind() == blind)
                        .toList();
                XYSeries series = add(chart, method + (blind ? ", blind" : ""), points);
                series.setLineColor(COLOURS[colour - 1]);
                series.setMarkerColor(COLOURS[colour - 1]);
                series.setMarker(blind ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
                series.setLineStyle(blind ? SeriesLines.DASH_DASH : new BasicStroke(2));
            }
        }
        AtomicFile.write(file, true, out -> ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out.toFile()));
    }

    private static XYSeries add(XYChart chart, String name, List<DeblurScore> points) {
        return chart.addSeries(
                name,
                points.stream().mapToDouble(DeblurScore::noise).toArray(),
                points.stream().mapToDouble(score -> score.quality().psnr()).toArray());
    }
}
