package org.taswiya.web.api.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a record is made of, found once for its class: reflection finds it anew each time, and in a request of hundreds
/// of values that is most of the work.
final class RecordShape {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type.asSubclass(Record.class));
        }
    };

    private final Constructor<? extends Record> constructor;
    private final List<Part> parts;

    private RecordShape(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no constructor of its components", e);
        }
        constructor.setAccessible(true);
        parts = Arrays.stream(components).map(Part::new).toList();
    }

    static RecordShape of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    List<Part> parts() {
        return parts;
    }

    Record make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot make one", e);
        }
    }

    /// One component.
    static final class Part {
        private final RecordComponent component;
        private final Method accessor;
        private final boolean isOptional;
        private final @Nullable Said said;

        Part(RecordComponent component) {
            this.component = component;
            this.accessor = component.getAccessor();
            accessor.setAccessible(true);
            this.isOptional = Schemas.isOptional(component);
            Says says = component.getAnnotation(Says.class);
            this.said = says == null ? null : Said.of(says);
        }

        String name() {
            return component.getName();
        }

        Class<?> type() {
            return component.getType();
        }

        Type genericType() {
            return component.getGenericType();
        }

        boolean isOptional() {
            return isOptional;
        }

        @Nullable Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }

        Said said() {
            if (said == null) {
                throw new IllegalStateException(
                        component.getDeclaringRecord() + " does not say what " + component + " is");
            }
            return said;
        }
    }

    /// What is said of a component's values.
    ///
    /// @param pattern of its texts; null for any
    /// @param oneOf its only texts; empty where there are others
    record Said(Says says, @Nullable Pattern pattern, List<String> oneOf) {
        static Said of(Says says) {
            return new Said(
                    says,
                    says.pattern().isEmpty() ? null : Pattern.compile(says.pattern()),
                    List.copyOf(Schemas.oneOf(says)));
        }
    }
}
