package dev.tintype.nn.official.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the little stack machine of a Python pickle far enough to read tensors, and no further: it makes numbers,
/// texts,
/// lists and dictionaries, asks [Globals] for the few functions it may pretend to call, and refuses everything else.
/// There is no way to reach a Python or Java function from it.
///
/// Dictionaries keep their order. Tuples become lists, `None` becomes [Nothing#NONE].
///
/// Source: Python, `pickletools.py`, https://docs.python.org/3/library/pickletools.html.
final class Unpickler {
    private final ByteBuffer in;
    private final Globals globals;
    private final Deque<List<Object>> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private List<Object> stack = new ArrayList<>();

    private Unpickler(ByteBuffer in, Globals globals) {
        this.in = in;
        this.globals = globals;
    }

    /// Reads one pickle and leaves the buffer behind it.
    ///
    /// @throws RefusedPickleException where it is cut short, damaged, or wants anything that is not allowed
    static Object read(ByteBuffer in, Globals globals) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        try {
            return new Unpickler(in, globals).run();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new RefusedPickleException("the pickle is cut short or damaged");
        } catch (ClassCastException e) {
            throw new RefusedPickleException("the pickle mixes up its types");
        }
    }

    private Object run() {
        for (int code = in.get() & 0xFF; code != '.'; code = in.get() & 0xFF) {
            if (!(number(code) || text(code) || remembered(code) || collected(code) || called(code))) {
                throw new RefusedPickleException("the pickle uses operation 0x%02x".formatted(code));
            }
        }
        return pop();
    }

    private boolean number(int code) {
        switch (code) {
            case 'N' -> push(Nothing.NONE);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'J' -> push((long) in.getInt());
            case 'K' -> push((long) (in.get() & 0xFF));
            case 'M' -> push((long) (in.getShort() & 0xFFFF));
            case 0x8a -> push(whole(in.get() & 0xFF));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean text(int code) {
        switch (code) {
            case 'X', 'T' -> push(text(bytes(in.getInt())));
            case 'U', 0x8c -> push(text(bytes(in.get() & 0xFF)));
            case 'B' -> push(ByteBuffer.wrap(bytes(in.getInt())));
            case 'C' -> push(ByteBuffer.wrap(bytes(in.get() & 0xFF)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean remembered(int code) {
        switch (code) {
            case 0x80 -> in.get(); // the protocol, which the operations show anyway
            case 0x95 -> in.getLong(); // the length of a frame
            case 'q' -> memo.put(in.get() & 0xFF, stack.getLast());
            case 'r' -> memo.put(in.getInt(), stack.getLast());
            case 0x94 -> memo.put(memo.size(), stack.getLast());
            case 'h' -> push(recall(in.get() & 0xFF));
            case 'j' -> push(recall(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean collected(int code) {
        switch (code) {
            case '(' -> {
                marks.push(stack);
                stack = new ArrayList<>();
            }
            case '}' -> push(new PickledDictionary());
            case ']' -> push(new ArrayList<>());
            case ')' -> push(List.of());
            case 't' -> push(List.copyOf(sinceMark()));
            case 0x85, 0x86, 0x87 -> push(last(code - 0x84));
            case 'a' -> append(last(1));
            case 'e' -> append(sinceMark());
            case 's' -> put(last(2));
            case 'u' -> put(sinceMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean called(int code) {
        switch (code) {
            case 'c' -> push(globals.named(line() + "." + line()));
            case 0x93 -> {
                List<Object> names = last(2);
                push(globals.named(names.get(0) + "." + names.get(1)));
            }
            case 'R' -> {
                List<Object> call = last(2);
                push(((Globals.Allowed) call.get(0)).call((List<?>) call.get(1)));
            }
            case 'Q' -> push(globals.persistent((List<?>) pop()));
            case 'b' -> pop(); // attributes, such as the versions of modules
            default -> {
                return false;
            }
        }
        return true;
    }

    private void append(List<Object> items) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) stack.getLast();
        if (list.getClass() != ArrayList.class) {
            throw new RefusedPickleException("the pickle appends to a tuple");
        }
        list.addAll(items);
    }

    private void put(List<Object> items) {
        PickledDictionary dictionary = (PickledDictionary) stack.getLast();
        for (int i = 0; i < items.size(); i += 2) {
            dictionary.put(items.get(i), items.get(i + 1));
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        if (stack.isEmpty()) {
            throw new IndexOutOfBoundsException();
        }
        return stack.removeLast();
    }

    private List<Object> last(int count) {
        List<Object> tail = stack.subList(stack.size() - count, stack.size());
        List<Object> values = List.copyOf(tail);
        tail.clear();
        return values;
    }

    private List<Object> sinceMark() {
        List<Object> items = stack;
        if (marks.isEmpty()) {
            throw new IndexOutOfBoundsException();
        }
        stack = marks.pop();
        return items;
    }

    private Object recall(int place) {
        Object value = memo.get(place);
        if (value == null) {
            throw new IndexOutOfBoundsException();
        }
        return value;
    }

    /// A little endian number of some bytes with a sign; larger ones than `long`, such as the magic number, are cut.
    private long whole(int length) {
        byte[] bytes = bytes(length);
        long value = length > 0 && bytes[length - 1] < 0 ? -1 : 0;
        for (int i = Math.min(length, 8) - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (byte b = in.get(); b != '\n'; b = in.get()) {
            line.append((char) (b & 0xFF));
        }
        return line.toString();
    }

    /// Python's `None`.
    enum Nothing {
        NONE
    }
}
