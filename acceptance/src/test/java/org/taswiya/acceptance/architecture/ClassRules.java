package org.taswiya.acceptance.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules on compiled classes. Each takes classes and answers what breaks it, in words; nothing means it holds.
final class ClassRules {
    /// Which modules a module may use.
    static final Map<String, Set<String>> MODULES = Map.of(
            "core", Set.of(),
            "intake", Set.of("core"),
            "store", Set.of("core"),
            "deliver", Set.of("core"),
            "run", Set.of("core", "intake", "store", "deliver"),
            "spark", Set.of("core", "intake", "store", "deliver", "run"),
            "server", Set.of("core", "intake", "store", "deliver", "run"),
            "bench", Set.of("core", "intake", "store", "deliver", "run"),
            "cli", Set.of("core", "intake", "store", "deliver", "run", "bench", "server"),
            "web", Set.of("core", "intake", "store", "deliver", "run", "server", "cli"));

    /// The rooms of the core: each uses only those before it.
    static final List<String> ROOMS = List.of(
            "quantity",
            "calendar",
            "ledger",
            "tariff",
            "customer",
            "utility",
            "metering",
            "interval",
            "lighting",
            "estimation",
            "validation",
            "collective",
            "billing",
            "receivables",
            "adjustment",
            "collector",
            "online",
            "bank",
            "arrangement",
            "budget",
            "dunning",
            "interest",
            "connection",
            "message",
            "privacy",
            "care");

    /// What of the JDK the core may use. Not `java.io`, `java.nio`, `java.net`, `java.sql`, `java.util.concurrent`.
    private static final Set<String> CORE_JDK = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.security",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    /// Of those packages, not these: they know the time, the machine, other threads, or chance.
    private static final Set<String> NOT_IN_CORE = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Scanner",
            "java.util.Timer",
            "java.util.UUID");

    private static final Set<String> NOT_CALLED_IN_CORE =
            Set.of("now", "getDefault", "systemDefault", "parallel", "parallelStream", "random", "identityHashCode");

    private static final Pattern BAD_CLASS_NAME = Pattern.compile(".*(Impl|Manager|Helper|Utils?)");
    private static final Pattern BAD_PACKAGE_NAME = Pattern.compile("(.*\\.)?(util|utils|impl|common|helper)(\\..*)?");

    private ClassRules() {}

    static List<String> moduleDirection(Collection<JavaClass> classes, String root) {
        return brokenUses(classes, use -> {
            String from = childOf(root, use.getOriginClass());
            String to = childOf(root, use.getTargetClass());
            return !from.isEmpty() && !to.isEmpty() && !from.equals(to) && !mayUse(from, to);
        });
    }

    private static boolean mayUse(String from, String to) {
        return MODULES.getOrDefault(from, Set.of()).contains(to);
    }

    /// Each room uses those before it; but metering, though it comes later, does not know tariff.
    static List<String> roomOrder(Collection<JavaClass> core, String root) {
        List<String> broken = new ArrayList<>(brokenUses(core, use -> {
            String from = childOf(root, use.getOriginClass());
            String to = childOf(root, use.getTargetClass());
            boolean strangers = from.equals("metering") && to.equals("tariff");
            return !to.isEmpty() && (strangers || ROOMS.indexOf(from) < ROOMS.indexOf(to));
        }));
        core.stream()
                .filter(type -> !ROOMS.contains(childOf(root, type)))
                .forEach(type -> broken.add(type.getName() + " is in no room; the rooms are " + ROOMS));
        return broken;
    }

    /// No room of a module uses one that uses it, straight or by way of others. What lies in the module's own package
    /// is for all of its rooms, and wires them.
    static List<String> rounds(Collection<JavaClass> module, String root) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : module) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String from = childOf(root, use.getOriginClass());
                String to = childOf(root, use.getTargetClass());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    uses.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
                }
            }
        }
        return uses.keySet().stream()
                .filter(room -> reached(room, uses).contains(room))
                .map(room -> root + "." + room + " uses rooms that use it: " + uses.get(room))
                .toList();
    }

    private static Set<String> reached(String room, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(room));
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    /// The core is a pure function: it uses the named part of the JDK, itself, null marks, and nothing else.
    static List<String> purity(Collection<JavaClass> core, String root) {
        List<String> broken = new ArrayList<>(brokenUses(core, use -> {
            JavaClass target = use.getTargetClass().getBaseComponentType();
            String home = target.getPackageName();
            boolean ours = home.equals(root) || home.startsWith(root + ".") || home.equals("org.jspecify.annotations");
            boolean jdk = CORE_JDK.contains(home) && !NOT_IN_CORE.contains(target.getName());
            return !target.isPrimitive() && !ours && !jdk;
        }));
        for (JavaClass type : core) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                JavaClass owner = access.getTargetOwner();
                boolean system =
                        owner.isEquivalentTo(System.class) && !access.getName().equals("arraycopy");
                boolean jdkCall = owner.getName().startsWith("java.") && NOT_CALLED_IN_CORE.contains(access.getName());
                if (system || jdkCall) {
                    broken.add(access.getDescription());
                }
            }
        }
        return broken;
    }

    /// No field, parameter, result or call in the core has to do with floating point.
    static List<String> floatingPoint(Collection<JavaClass> core) {
        List<String> broken = new ArrayList<>();
        for (JavaClass type : core) {
            type.getFields().stream()
                    .filter(field -> isFloating(field.getRawType()))
                    .forEach(field -> broken.add(field.getDescription()));
            type.getCodeUnits().stream()
                    .filter(ClassRules::hasFloatingSignature)
                    .forEach(unit -> broken.add(unit.getDescription()));
            type.getAccessesFromSelf().stream()
                    .filter(ClassRules::touchesFloating)
                    .forEach(access -> broken.add(access.getDescription()));
        }
        return broken;
    }

    private static boolean hasFloatingSignature(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .anyMatch(ClassRules::isFloating);
    }

    private static boolean touchesFloating(JavaAccess<?> access) {
        return isFloating(access.getTargetOwner())
                || switch (access.getTarget()) {
                    case CodeUnitAccessTarget unit ->
                        Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                                .anyMatch(ClassRules::isFloating);
                    case FieldAccessTarget field -> isFloating(field.getRawType());
                    default -> false;
                };
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    static List<String> names(Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> BAD_CLASS_NAME.matcher(type.getSimpleName()).matches()
                        || BAD_PACKAGE_NAME.matcher(type.getPackageName()).matches())
                .map(JavaClass::getName)
                .toList();
    }

    private static List<String> brokenUses(Collection<JavaClass> classes, Predicate<Dependency> isBroken) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(isBroken)
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }

    /// The name below `root` of the package in which the type lies: `billing` for `org.taswiya.core.billing.Bill`.
    static String childOf(String root, JavaClass type) {
        String home = type.getBaseComponentType().getPackageName();
        return home.startsWith(root + ".") ? home.substring(root.length() + 1).split("\\.")[0] : "";
    }
}
