package dev.tintype.web.view;

import dev.tintype.plan.Catalog;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.restore.StageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// A plan as it can be changed on a page. All that it holds is in the form, so that nothing is lost on the way back.
@Component
final class PlanForm {
    private final MessageSource texts;

    PlanForm(MessageSource texts) {
        this.texts = texts;
    }

    /// A step that can be switched and set.
    ///
    /// @param summary what the stage does; empty where it has no options
    record Step(String stage, boolean on, String reason, String summary, List<Setting> options) {}

    /// An option of a step. One whose value is empty is left out of the plan.
    ///
    /// @param values what it may be, in words
    record Setting(String name, String text, String values, String value) {}

    /// The steps of a plan.
    ///
    /// @param faces how many were found
    List<Step> of(Plan plan, int faces) {
        return plan.steps().stream()
                .map(step -> step.stage().equals(Planner.FACES) ? faces(step, faces) : stage(step))
                .toList();
    }

    private static Step stage(Plan.Step step) {
        Optional<StageKind> kind = Catalog.find(step.stage());
        List<Setting> options = kind.map(StageKind::options).orElse(List.of()).stream()
                .map(option -> new Setting(
                        option.name(),
                        option.text(),
                        option.values(),
                        step.options().getOrDefault(option.name(), option.usual())))
                .toList();
        String summary = kind.map(StageKind::summary).orElse("");
        return new Step(step.stage(), step.on(), step.reason(), summary, options);
    }

    /// A strength for all faces, and one for each that was found or that the plan knows.
    private Step faces(Plan.Step step, int found) {
        FaceWish wish = FaceWish.of(step.options());
        Map<String, String> values = wish.options();
        TreeSet<Integer> numbers = new TreeSet<>(wish.single().keySet());
        IntStream.rangeClosed(1, found).forEach(numbers::add);
        List<Setting> options = new ArrayList<>();
        options.add(new Setting(
                FaceWish.STRENGTH,
                text("faces.all"),
                text("faces.all.values"),
                values.getOrDefault(FaceWish.STRENGTH, "")));
        for (int number : numbers) {
            String name = Integer.toString(number);
            options.add(new Setting(
                    name, text("faces.one", number), text("faces.one.values"), values.getOrDefault(name, "")));
        }
        return new Step(step.stage(), step.on(), step.reason(), text("faces.summary"), options);
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
