package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Halfway;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.plan.Plan;
import dev.tintype.web.event.Events;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The restorations that run: how far they are, and a way to stop them.
@Component
public final class Activity {
    private static final long PAUSE = 150_000_000; // nanoseconds between two events of one restoration

    private final Map<UUID, Active> running = new ConcurrentHashMap<>();
    private final Events events;
    private final Restorations restorations;
    private final MessageSource texts;

    public Activity(Events events, Restorations restorations, MessageSource texts) {
        this.events = events;
        this.restorations = restorations;
        this.texts = texts;
    }

    /// How far a restoration is, if it runs.
    public Optional<RestorationEvent> of(UUID restoration) {
        return Optional.ofNullable(running.get(restoration)).map(active -> active.last);
    }

    /// Asks a restoration to stop at its next step, or at the next tile of a network.
    void stop(UUID restoration) {
        Optional.ofNullable(running.get(restoration)).ifPresent(active -> active.stopped = true);
    }

    Active begin(UUID restoration, StoredPhoto photo) {
        Active active = new Active(restoration, photo, restorations.pace() * photo.megapixels());
        running.put(restoration, active);
        return active;
    }

    /// Forgets a restoration and tells how it ended.
    void end(UUID restoration, UUID photo, State state) {
        running.remove(restoration);
        tell(restoration, photo, state);
    }

    /// Tells that a restoration is in a state.
    void tell(UUID restoration, UUID photo, State state) {
        double share = state.open() ? 0 : 1;
        events.send("restoration", new RestorationEvent(restoration, photo, state, share, text("state." + state)));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /// One restoration that runs.
    final class Active implements Progress {
        private final UUID restoration;
        private final StoredPhoto photo;
        private final long start = System.nanoTime();
        private double expected; // seconds, 0 where nobody knows
        private volatile List<String> steps = List.of();
        private volatile boolean stopped;
        private volatile RestorationEvent last;
        private long told = start - PAUSE;

        private Active(UUID restoration, StoredPhoto photo, double expected) {
            this.restoration = restoration;
            this.photo = photo;
            this.expected = expected;
            last = event("reading", "", 0);
        }

        /// From now on steps are counted.
        void follow(Plan plan) {
            steps = plan.steps().stream()
                    .filter(Plan.Step::on)
                    .map(Plan.Step::stage)
                    .toList();
        }

        /// Steps that ran earlier need no time.
        synchronized void takenUp(Halfway kept) {
            expected -= kept.done().stream().mapToDouble(Step::seconds).sum();
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        @Override
        public synchronized void at(String what, String inside, double share) {
            if (stopped) {
                throw new CancellationException("stopped");
            }
            last = event(what, inside, share);
            if (System.nanoTime() - told >= PAUSE) {
                told = System.nanoTime();
                events.send("restoration", last);
            }
        }

        /// Reading and diagnosing come before the steps of the plan, writing after them.
        private RestorationEvent event(String what, String inside, double share) {
            double parts = Math.max(1, steps.size());
            double before = switch (what) {
                case "reading", "diagnosing" -> share;
                case "writing" -> 1 + parts + share;
                default -> 1 + parts * share;
            };
            double left = expected - seconds();
            String text = inside.isEmpty() ? named(what) : text("progress.inside", named(what), inside);
            return new RestorationEvent(
                    restoration,
                    photo.id(),
                    State.RUNNING,
                    Math.min(1, before / (parts + 2)),
                    left > 1 ? text("progress.left", text, Math.round(left)) : text);
        }

        private String named(String what) {
            int place = steps.indexOf(what);
            String step = Objects.requireNonNullElse(
                    texts.getMessage("step." + what, null, what, LocaleContextHolder.getLocale()), what);
            return place >= 0 ? text("progress.step", place + 1, steps.size(), step) : step;
        }
    }
}
