# Sourced by the scripts of programs that are kept apart from the product and built on their first use.

# run_apart NAME MODULE WORDS MODULE_BELOW...: builds a module, unless it is built and nothing has changed. WORDS are said
# of the first time.
run_apart() {
    local name=$1 module=$2 first=$3
    shift 3
    apart_is_current "$module" "$@" && return 0
    . "$root/build/build.sh"
    lock_build
    if apart_is_current "$module" "$@"; then # somebody else built it while we waited
        unlock_build
        return 0
    fi
    say "building: $name $([ -f "$root/$module/target/built" ] && echo 'is older than its sources' || echo "is not built yet$first") (log: $logs/$module.log)"
    mkdir -p "$logs"
    : >"$logs/$module-started" # becomes MODULE/target/built: what changes from now on makes the next build
    rm -rf "$root/$module/target"/lib*
    started=$SECONDS
    if ! run_maven "$logs/$module.log" package --projects "$module" --also-make -DskipTests; then
        show_failure "$logs/$module.log"
        return 1
    fi
    mv "$logs/$module-started" "$root/$module/target/built"
    say "built in $((SECONDS - started)) s"
    unlock_build
}

# apart_is_current MODULE MODULE_BELOW...
apart_is_current() {
    local module folders=("$root/pom.xml" "$root/.mvn")
    for module in "$@"; do folders+=("$root/$module/pom.xml" "$root/$module/src/main"); done
    [ -f "$root/$1/target/built" ] && [ -z "$(find "${folders[@]}" -cnewer "$root/$1/target/built" -print 2>&1)" ]
}
