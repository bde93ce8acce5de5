package dev.tintype.nn.official.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The only names a pickle may use, and what is done instead of calling them. Everything else is refused.
final class Globals {
    /// What a training may leave beside the tensors. It is read over: no value is made of it.
    private static final Set<String> READ_OVER = Set.of(
            "_codecs.encode",
            "numpy.core.multiarray._reconstruct",
            "numpy.core.multiarray.scalar",
            "numpy.dtype",
            "numpy.ndarray");

    private final Map<String, Storage> storages = new LinkedHashMap<>();

    /// The storages that tensors lie in, in the order in which they were first named.
    Map<String, Storage> storages() {
        return storages;
    }

    /// What stands for a Python name.
    Allowed named(String name) {
        if (name.startsWith("torch.") && name.endsWith("Storage")) {
            return NumberType.of(name);
        }
        return switch (name) {
            case "collections.OrderedDict" -> Globals::dictionary;
            case "torch._utils._rebuild_tensor_v2" -> Globals::tensor;
            case "torch._utils._rebuild_parameter", "torch.Size" -> List::getFirst;
            default -> {
                if (!READ_OVER.contains(name)) {
                    throw new RefusedPickleException("the pickle wants " + name);
                }
                yield _ -> Unpickler.Nothing.NONE;
            }
        };
    }

    /// The storage of a persistent id: ("storage", type, key, device, count).
    Storage persistent(List<?> id) {
        if (id.size() < 5 || !"storage".equals(id.get(0))) {
            throw new RefusedPickleException("the pickle refers to something that is no storage");
        }
        if (id.size() > 5 && id.get(5) != Unpickler.Nothing.NONE) {
            throw new RefusedPickleException("the pickle has a view of a storage");
        }
        String key = (String) id.get(2);
        return storages.computeIfAbsent(key, _ -> new Storage(key, (NumberType) id.get(1), (Long) id.get(4)));
    }

    private static Object dictionary(List<?> arguments) {
        PickledDictionary dictionary = new PickledDictionary();
        if (!arguments.isEmpty()) {
            for (Object pair : (List<?>) arguments.getFirst()) {
                dictionary.put(((List<?>) pair).get(0), ((List<?>) pair).get(1));
            }
        }
        return dictionary;
    }

    private static Object tensor(List<?> arguments) {
        return new StoredTensor(
                (Storage) arguments.get(0), (Long) arguments.get(1), longs(arguments.get(2)), longs(arguments.get(3)));
    }

    private static List<Long> longs(Object list) {
        return ((List<?>) list).stream().map(Long.class::cast).toList();
    }

    /// Stands for a Python function or class.
    @FunctionalInterface
    interface Allowed {
        Object call(List<?> arguments);
    }
}
