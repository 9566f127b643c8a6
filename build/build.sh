# Sourced by ./taswiya: runs Maven under a lock, with progress to be seen, and publishes what it built.

logs=$root/target/taswiya

build_product() {
    lock_build
    if product_is_current; then # somebody else built it while we waited
        unlock_build
        return 0
    fi
    say "building: the product is $([ -d "$dist" ] && echo 'older than its sources' || echo 'not built yet') (log: $logs/build.log)"
    start_build
    if ! run_maven "$logs/build.log" package --projects cli --also-make -DskipTests; then
        show_failure "$logs/build.log"
        return 1
    fi
    publish
    say "built in $((SECONDS - started)) s"
    unlock_build
}

format_sources() {
    lock_build
    mkdir -p "$logs"
    started=$SECONDS
    if ! run_maven "$logs/format.log" --non-recursive spotless:apply; then
        show_failure "$logs/format.log"
        exit 1
    fi
    say 'all Java sources are in the one format'
}

start_build() {
    mkdir -p "$logs"
    : >"$logs/started" # becomes $dist/built: what changes from now on makes the next build
    rm -rf "$root/cli/target/lib"
    started=$SECONDS
}

# Takes what Maven gathered over into $dist, when it differs, in one move: commands that run meanwhile keep their jars.
publish() {
    local staged=$root/cli/target/lib
    if ! diff -r "$staged" "$dist/lib" >/dev/null 2>&1; then
        rm -rf "$dist.new" "$dist.old"
        mkdir -p "$dist.new"
        cp -R "$staged" "$dist.new/lib"
        [ ! -e "$dist" ] || mv "$dist" "$dist.old"
        mv "$dist.new" "$dist"
        rm -rf "$dist.old"
    fi
    [ "$dist/taswiya.aot" -nt "$root/build/rehearsal.txt" ] || rehearse
    mv "$logs/started" "$dist/built"
}

# Runs the commands of rehearsal.txt once, so that the JVM remembers their classes: each later start is quicker.
rehearse() {
    progress '' 'quick start'
    set_java_line "-XX:AOTCacheOutput=$dist/taswiya.aot.new"
    if (start_rehearsal && "${java_line[@]}" org.taswiya.cli.Rehearsal build/rehearsal.txt </dev/null 9>&-) \
        >"$logs/rehearsal.log" 2>&1 && [ -f "$dist/taswiya.aot.new" ]; then
        mv "$dist/taswiya.aot.new" "$dist/taswiya.aot"
    else
        say "no quick start (commands work all the same; see $logs/rehearsal.log)"
    fi
}

# Into an empty home of its own, on its own server, whatever the caller works with. PostgreSQL stays unpacked.
start_rehearsal() {
    unset TASWIYA_HOME TASWIYA_DATABASE TASWIYA_UTILITIES
    export TASWIYA_POSTGRESQL=${TASWIYA_POSTGRESQL:-$root/target/rehearsal/postgresql}
    cd "$root" && rm -rf target/rehearsal/home target/rehearsal/bill.pdf && mkdir -p target/rehearsal
}

# Maven and its plugins are done before the better compiler and the parallel collector would pay. Java is compiled within
# Maven, by one compiler that is warm from the second module on, unless somebody has options of their own; Error Prone
# reaches into it.
maven_options='-Xmx2g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m'
for part in api file main model parser processing tree util; do
    maven_options="$maven_options --add-exports=jdk.compiler/com.sun.tools.javac.$part=ALL-UNNAMED"
done
for part in code comp; do
    maven_options="$maven_options --add-opens=jdk.compiler/com.sun.tools.javac.$part=ALL-UNNAMED"
done

# run_maven LOG ARGUMENT...: returns Maven's exit code. Maven and all below it form one process group, which ends
# with us.
run_maven() {
    local log=$1 job code
    shift
    find_maven
    set -m
    (
        cd "$root" || exit 1
        [ -n "${MAVEN_OPTS:-}" ] || set -- -Dcompiler.fork=false "$@"
        export JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-$maven_options}"
        # shellcheck disable=SC2086 # the arguments are words, to be split
        "$maven" --batch-mode -Dstyle.color=never ${TASWIYA_MAVEN_ARGS:-} "$@" </dev/null 2>&1 9>&- |
            tee "$log" | show_progress
        exit "${PIPESTATUS[0]}"
    ) &
    job=$!
    set +m
    trap 'end_group "$job"; say stopped; exit 130' INT TERM HUP
    wait "$job"
    code=$?
    trap - INT TERM HUP
    return "$code"
}

# The lock is ours until all of them are gone: a build that still writes must not meet the next one.
end_group() {
    local tenths=0
    kill -TERM -- "-$1" 2>/dev/null
    while kill -0 -- "-$1" 2>/dev/null && [ "$tenths" -lt 50 ]; do
        sleep 0.1
        tenths=$((tenths + 1))
    done
    kill -KILL -- "-$1" 2>/dev/null
}

find_maven() {
    local version
    maven=$root/mvnw
    if command -v mvn >/dev/null; then
        version=$(JAVA_HOME=$jdk mvn -v 2>/dev/null </dev/null | sed -n 's/^.*Apache Maven \([0-9.]*\).*/\1/p')
        case $version in
            '' | [0-2].* | 3.[0-7] | 3.[0-7].*) ;;
            *) maven=mvn ;;
        esac
    fi
}

# Maven's log in, what a person wants to know out.
show_progress() {
    local line rest fetched=0
    while IFS= read -r line; do
        case $line in
            '[INFO] Building '*\[*/*\])
                rest=${line#'[INFO] Building '}
                progress "${line##* }" "${rest%% *}"
                ;;
            *'] Tests run: '*' -- in '*)
                rest=${line#*Tests run: }
                case $line in *'<<<'*) rest="${rest%%,*} run, not all good" ;; *) rest="${rest%%,*} run" ;; esac
                progress '' "  ${line##*.}: $rest"
                ;;
            *'Downloaded from '*)
                fetched=$((fetched + 1))
                [ $((fetched % 100)) -ne 0 ] || progress '' "  $fetched files fetched"
                ;;
        esac
    done
}

progress() { printf '  %-7s %-60s %4d s\n' "$1" "$2" $((SECONDS - started)) >&2; }

# The lines of a Maven log that say what is wrong, each once.
show_failure() {
    say "failed after $((SECONDS - started)) s. What Maven said:"
    awk '{ gsub(/\033\[[0-9;]*m| *-> \[Help 1\]/, "") }
         /^\[WARNING\] (.*\.java:)?\[/ || /^\[ERROR\] .*\.java:\[/ { print; on = 1; next }
         /^\[ERROR\]/ { on = 1 }
         /^\[(INFO|WARNING)\]/ { on = 0 }
         on && !/^\[ERROR\] *\tat |Re-run Maven|full stack trace|Help 1\] http|For more information about|After correcting|mvn <args>|^\[ERROR\] *$/' \
        "$1" | awk 'NF && !seen[$0]++' | sed -e "s|$root/||" -e "s|'mvn spotless:apply'|./taswiya format|" -e 's/^/  /' | head -n 60 >&2
    grep -q '^\[ERROR\]' "$1" || tail -n 20 "$1" >&2
    say "the whole log: $1"
}

lock_build() {
    mkdir -p "$root/target"
    if command -v flock >/dev/null; then
        exec 9>"$root/target/build.lock"
        flock -n 9 && return
        say 'another build is at work here; waiting for it'
        flock 9
        return
    fi
    local owner
    until mkdir "$root/target/build.lock.d" 2>/dev/null; do
        owner=$(cat "$root/target/build.lock.d/owner" 2>/dev/null || sleep 2)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$root/target/build.lock.d"; fi
        sleep 1
    done
    echo $$ >"$root/target/build.lock.d/owner"
    trap unlock_build EXIT
}

unlock_build() {
    exec 9>&-
    if [ "$(cat "$root/target/build.lock.d/owner" 2>/dev/null)" = $$ ]; then rm -rf "$root/target/build.lock.d"; fi
}
