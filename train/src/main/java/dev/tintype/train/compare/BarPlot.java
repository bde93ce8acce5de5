package dev.tintype.train.compare;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/// The means of one measure as bars, a group for each input; whiskers are as long as half the 95 % interval.
record BarPlot(Scores scores, Measure measure) {
    /// One for each method, as Tableau has them; after the last the first comes again.
    private static final List<Color> COLOURS = List.of(
            new Color(0x9A948C),
            new Color(0x4E79A7),
            new Color(0xF28E2B),
            new Color(0x59A14F),
            new Color(0xE15759),
            new Color(0xB07AA1),
            new Color(0x76B7B2),
            new Color(0xEDC948),
            new Color(0x9C755F),
            new Color(0xFF9DA7));

    /// The colour of a method.
    static Color colour(int method) {
        return COLOURS.get(method % COLOURS.size());
    }

    /// Draws it.
    ///
    /// @param dark bright on dark, for a page that is read at night
    BufferedImage draw(boolean dark) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(760)
                .height(380)
                .title(measure.title())
                .yAxisTitle(measure.heading())
                .build();
        style(chart.getStyler(), dark);
        List<String> inputs = scores.inputs();
        List<Map<String, Map<Measure, Interval>>> means =
                inputs.stream().map(scores::means).toList();
        List<String> methods = scores.methods();
        for (int i = 0; i < methods.size(); i++) {
            String method = methods.get(i);
            List<Optional<Interval>> bars = means.stream()
                    .map(of -> Optional.ofNullable(
                            of.getOrDefault(method, Map.of()).get(measure)))
                    .toList();
            if (bars.stream().anyMatch(Optional::isPresent)) {
                chart.addSeries(
                                method,
                                inputs,
                                bars.stream()
                                        .map(bar -> bar.map(Interval::mean).orElse(0.0))
                                        .toList(),
                                bars.stream()
                                        .map(bar -> bar.map(one -> (one.high() - one.low()) / 2)
                                                .orElse(0.0))
                                        .toList())
                        .setFillColor(colour(i));
            }
        }
        return BitmapEncoder.getBufferedImage(chart);
    }

    private static void style(CategoryStyler styler, boolean dark) {
        Color paper = new Color(dark ? 0x1D1A17 : 0xFFFFFF);
        Color ink = new Color(dark ? 0xE8E2D8 : 0x2A2622);
        Color line = new Color(dark ? 0x3A352F : 0xE4DED4);
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setLegendBackgroundColor(paper);
        styler.setLegendBorderColor(paper);
        styler.setChartBackgroundColor(paper);
        styler.setPlotBackgroundColor(paper);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(ink);
        styler.setAxisTickLabelsColor(ink);
        styler.setAxisTickMarksColor(line);
        styler.setPlotGridLinesColor(line);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setErrorBarsColor(ink);
        styler.setAvailableSpaceFill(0.8);
        styler.setYAxisMin(0.0);
        styler.setDecimalPattern("0.##");
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }
}
