package dev.tintype.web.restoration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Preset;
import dev.tintype.web.Settings;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.write.PhotoWriter;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The restorations that wait, in the database: what was accepted is done, also after the machine was switched off.
@Component
public class Queue {
    private static final TaskDescriptor<Void> RESTORE = TaskDescriptor.of("restore");
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private final Restorations restorations;
    private final Photos photos;
    private final DataFolder folder;
    private final Activity activity;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Scheduler scheduler;
    private final int most;

    Queue(
            Restorations restorations,
            Photos photos,
            DataFolder folder,
            Activity activity,
            Worker worker,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DataSource database,
            Settings settings) {
        this.restorations = restorations;
        this.photos = photos;
        this.folder = folder;
        this.activity = activity;
        this.jdbc = jdbc;
        this.transaction = transaction;
        most = settings.mostWaiting();
        scheduler = Scheduler.create(
                        database,
                        Tasks.oneTime(RESTORE).execute((task, _) -> worker.run(UUID.fromString(task.getId()))))
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(1))
                .enableImmediateExecution()
                .build();
    }

    /// Goes on with what was left. Nobody else uses the database, so what seems to be worked on is not.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        jdbc.sql("update scheduled_tasks set picked = false, picked_by = null").update();
        jdbc.sql("select id from restoration where state in ('WAITING', 'RUNNING')")
                .query(UUID.class)
                .list()
                .forEach(this::schedule);
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /// Takes a new photo on. It is noted down together with its first restoration, or neither is.
    public void accept(StoredPhoto photo, Preset preset) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            photos.add(photo);
            restorations.add(id, photo.id(), preset, Optional.empty(), 1);
        });
        schedule(id);
        activity.tell(id, photo.id(), State.WAITING);
    }

    /// Takes a restoration on.
    ///
    /// @throws QueueFullException where too many wait
    public StoredRestoration add(UUID photo, Preset preset, Optional<Plan> plan, double strength) {
        return add(photo, preset, plan, strength, Optional.empty());
    }

    /// Takes a restoration on to which somebody says what is lost.
    ///
    /// @param mask one channel of the photo's size, white where it is lost
    /// @throws QueueFullException where too many wait
    public StoredRestoration add(
            UUID photo, Preset preset, Optional<Plan> plan, double strength, Optional<Samples> mask) {
        requireRoom();
        UUID id = UUID.randomUUID();
        mask.ifPresent(lost ->
                PhotoWriter.write(new Scan(lost, Optional.empty(), Metadata.NONE), folder.givenMask(id), false));
        restorations.add(id, photo, preset, plan, strength);
        schedule(id);
        activity.tell(id, photo, State.WAITING);
        return restorations.require(id);
    }

    /// Takes a restoration by one method on, or gives the one that there is, unless it failed or was cancelled.
    ///
    /// @throws QueueFullException where too many wait
    public StoredRestoration compare(UUID photo, String method) {
        Optional<StoredRestoration> known =
                Optional.ofNullable(restorations.byMethod(photo).get(method));
        if (known.isPresent() && (known.get().state().open() || known.get().state() == State.DONE)) {
            return known.get();
        }
        requireRoom();
        known.ifPresent(failed -> restorations.delete(failed.id()));
        UUID id = UUID.randomUUID();
        try {
            restorations.add(id, photo, method);
        } catch (DuplicateKeyException e) { // somebody else asked for the same at the same time
            return Optional.ofNullable(restorations.byMethod(photo).get(method)).orElseThrow(() -> e);
        }
        schedule(id);
        activity.tell(id, photo, State.WAITING);
        return restorations.require(id);
    }

    /// Refuses where nothing more is taken on.
    ///
    /// @throws QueueFullException where too many wait
    public void requireRoom() {
        int open = restorations.open();
        if (open >= most) {
            throw new QueueFullException(open);
        }
    }

    /// Cancels a restoration that waits or runs; any other is left as it is. The work on one that runs ends at its next
    /// step or tile, and whatever comes of it is thrown away.
    public void cancel(UUID id) {
        StoredRestoration restoration = restorations.require(id);
        if (restorations.move(id, List.of(State.WAITING, State.RUNNING), State.CANCELLED)) {
            activity.stop(id);
            activity.tell(id, restoration.photo(), State.CANCELLED);
        }
    }

    /// Deletes a photo with all that was made of it.
    public void delete(UUID photo) {
        StoredPhoto gone = photos.require(photo);
        List<StoredRestoration> all = restorations.all(photo);
        all.forEach(restoration -> activity.stop(restoration.id()));
        photos.delete(photo);
        for (StoredRestoration restoration : all) {
            folder.delete(folder.restored(restoration.id()));
            folder.delete(folder.mask(restoration.id()));
            folder.delete(folder.givenMask(restoration.id()));
            folder.delete(folder.derived(restoration.id()));
        }
        folder.delete(folder.derived(photo));
        folder.delete(folder.halfway(photo));
        folder.delete(folder.retouched(photo));
        folder.delete(folder.reference(photo));
        folder.delete(folder.original(gone.sha256()));
    }

    private void schedule(UUID id) {
        scheduler.scheduleIfNotExists(RESTORE.instance(id.toString()).build(), Instant.now());
    }
}
