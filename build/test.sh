# Sourced by ./taswiya: "./taswiya test", everything that must hold.

# Debian packages that tests need, each as command=package. Where one is missing its tests are skipped, and say so.
test_packages='hledger=hledger chromium=chromium'
# What they do without, and are quicker with: installed with those, where there is one.
test_spare_package=chromium-headless-shell

test_usage='usage: ./taswiya test [--long] [--module NAME] [MAVEN ARGUMENT...]
  Checks the format, the warnings and the null marks, builds all modules and runs every test.
  --long          also the tests that take minutes
  --module NAME   only the tests of that module
  -Dtest=NAME     only the tests of that name (any other argument goes to Maven too)
  The last line is "N passed, N failed, N skipped". Exit code 0: all good; 1: something failed; 2: wrong usage, or,
  where CI is set, a Debian package that tests need is missing and could not be installed.'

run_tests() {
    local module= partial= memory= maven_code arguments=() report=()
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help) printf '%s\n' "$test_usage" && exit 0 ;;
            --long) arguments+=(-Dtaswiya.long=true) ;;
            --module) module=${2-(none named)} && shift ;;
            --module=*) module=${1#*=} ;;
            -Dtest=*) partial=yes && arguments+=("$1" -Dsurefire.failIfNoSpecifiedTests=false) ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    if [ -n "$module" ]; then
        if [ ! -f "$root/$module/pom.xml" ]; then
            say "no module \"$module\"; there are:$(cd "$root" && for pom in */pom.xml; do printf ' %s' "${pom%/*}"; done)"
            exit 2
        fi
        arguments+=(--projects "$module,:taswiya-format" --also-make)
        [ -n "$partial" ] || arguments+=("-Dtest=org/taswiya/$module/**/*Test,org/taswiya/$module/**/*Laws"
            -Dsurefire.failIfNoSpecifiedTests=false)
        report+=("--module=$module")
    fi
    [ -z "$partial" ] || report+=(--partial)

    lock_build
    start_build
    install_test_packages
    # What an earlier build left counts for nothing.
    rm -rf "$root"/*/target/surefire-reports
    place_homes
    [ -z "$memory" ] || arguments+=("-Dtest.tmp=$memory/tmp")
    say "testing (log: $logs/test.log)"
    # A failed test does not keep the next module from its tests: the report below decides. Modules that do not need each
    # other are built side by side: a compiler keeps one core busy.
    run_maven "$logs/test.log" verify --threads 1C --fail-at-end -Dmaven.test.failure.ignore=true \
        ${arguments[@]+"${arguments[@]}"}
    maven_code=$?
    if [ "$maven_code" -ne 0 ]; then
        show_failure "$logs/test.log"
        report+=(--build-failed)
    elif [ -d "$root/cli/target/lib" ] && [ -z "${CI:-}" ]; then
        publish # nobody starts commands after CI
    fi
    leave_memory
    unlock_build
    exec "$jdk/bin/java" -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 "$root/build/TestReport.java" "$root" \
        ${report[@]+"${report[@]}"}
}

# Tests make more than a thousand databases of a thousand files each. Where there is plenty of memory they are kept in it
# for as long as tests run, and MODULE/target/homes leads there: a disk is kept busy by what nobody reads again. Sets
# memory, to nothing where there is too little.
place_homes() {
    local pom module
    leave_memory # a run that was killed has not
    rm -rf "$root"/*/target/homes
    has_plenty_of_memory && memory=$(mktemp -d /dev/shm/taswiya-XXXXXX) || return 0
    # Also takes the place of what gives the lock back where there is no flock.
    trap 'leave_memory; unlock_build' EXIT
    mkdir "$memory/tmp"
    for pom in "$root"/*/pom.xml; do
        module=${pom%/pom.xml}
        mkdir -p "$module/target" "$memory/${module##*/}" && ln -s "$memory/${module##*/}" "$module/target/homes"
    done
}

leave_memory() {
    local homes
    for homes in "$root"/*/target/homes; do
        case $(readlink "$homes") in
            /dev/shm/taswiya-*/*) rm -rf "$(dirname "$(readlink "$homes")")" "$homes" ;;
        esac
    done
}

# Homes take some 6 GB, compilers, servers and browsers as much; a container may have less than its machine.
has_plenty_of_memory() {
    local file kilobytes limit
    [ "$(stat -f -c %T /dev/shm 2>/dev/null)" = tmpfs ] && [ -w /dev/shm ] || return 1
    kilobytes=$(df -kP /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
    [ "${kilobytes:-0}" -ge 10000000 ] || return 1
    kilobytes=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null)
    [ "${kilobytes:-0}" -ge 14000000 ] || return 1
    for file in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
        limit=$(cat "$file" 2>/dev/null)
        case $limit in '' | *[!0-9]*) continue ;; esac # none, or "max"
        [ "${#limit}" -gt 11 ] || [ "$limit" -ge 16000000000 ] || return 1
    done
}

install_test_packages() {
    local pair packages= as_root=
    for pair in $test_packages; do
        command -v "${pair%=*}" >/dev/null || packages="$packages ${pair#*=}"
    done
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n'; fi
    if command -v apt-get >/dev/null && $as_root true 2>/dev/null; then
        say "installing what tests need:$packages (log: $logs/packages.log)"
        if {
            $as_root apt-get -q update
            # shellcheck disable=SC2086 # names, to be split
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $packages && {
                $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
                    "$test_spare_package" || true
            }
        } </dev/null >"$logs/packages.log" 2>&1 9>&-; then
            return 0
        fi
        tail -n 5 "$logs/packages.log" >&2
    fi
    say "tests need these Debian packages, and they could not be installed from here:$packages"
    say "install them first: apt-get install$packages"
    [ -z "${CI:-}" ] || exit 2
    say 'going on: the tests that need them are skipped'
}
