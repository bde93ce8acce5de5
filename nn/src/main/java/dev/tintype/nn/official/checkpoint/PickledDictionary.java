package dev.tintype.nn.official.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A dictionary of a pickle, in its own order. As a key or in comparisons it is nothing but itself, so that a
/// dictionary
/// that holds itself does no harm.
final class PickledDictionary {
    private final Map<Object, Object> entries = new LinkedHashMap<>();

    void put(Object key, Object value) {
        if (!(key instanceof String || key instanceof Number)) {
            throw new RefusedPickleException("the pickle has a dictionary key that is no text and no number");
        }
        entries.put(key, value);
    }

    Optional<Object> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// The dictionary under a key; itself if the key is empty.
    PickledDictionary part(String key) {
        if (key.isEmpty()) {
            return this;
        }
        return get(key).filter(PickledDictionary.class::isInstance)
                .map(PickledDictionary.class::cast)
                .orElseThrow(() -> new RefusedPickleException("it has no dictionary " + key));
    }

    /// The tensors among its values, by name.
    Map<String, StoredTensor> tensors() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (key instanceof String name && value instanceof StoredTensor tensor) {
                tensors.put(name, tensor);
            }
        });
        return tensors;
    }
}
