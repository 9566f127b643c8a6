# Sourced by ./taswiya: "./taswiya serve", the online agency. Built on first use and apart from the product, whose
# commands then start without the libraries of a web server.

. "$root/build/apart.sh"

web_module=$root/web/target # lib/*.jar

run_pages() {
    # Where the product lies to be run and nothing else, nothing is written into it.
    [ -n "${TASWIYA_AS_BUILT:-}" ] || run_apart 'the online agency' web '' core intake store deliver run server bench cli || exit 1
    local jar class_path= cache=$web_module/taswiya-web.aot
    for jar in "$web_module"/taswiya-web-*.jar "$web_module"/lib/*.jar; do
        class_path=$class_path${class_path:+:}$jar
    done
    # shellcheck disable=SC2206 # the options are words, to be split
    pages_line=("$jdk/bin/java" '-Xlog:aot*=off' '-Xlog:cds*=off'
        -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
        "-Dtaswiya.root=$root" ${TASWIYA_JAVA_OPTS:-} -cp "$class_path")
    if [ -z "${TASWIYA_AS_BUILT:-}" ] && [ ! "$cache" -nt "$web_module/built" ]; then rehearse_pages "$cache"; fi
    exec "${pages_line[@]}" "-XX:AOTCache=$cache" org.taswiya.web.TaswiyaWeb "$@"
}

# Serves an empty home once, so that the JVM remembers the classes of the pages: each later start is quicker. Where that
# fails an empty file is left, and not tried again until the next build.
rehearse_pages() {
    . "$root/build/build.sh"
    lock_build
    if [ "$1" -nt "$web_module/built" ]; then # somebody else made it while we waited
        unlock_build
        return
    fi
    say 'quick start: the online agency is served once to nobody, this once; some 20 seconds'
    started=$SECONDS
    mkdir -p "$logs"
    rm -f "$1.new"
    (start_rehearsal && serve_once "$1.new") </dev/null >"$logs/serve-rehearsal.log" 2>&1 9>&-
    if [ ! -f "$1.new" ]; then
        say "no quick start (pages work all the same; see $logs/serve-rehearsal.log)"
        : >"$1.new"
    fi
    say "quick start: done in $((SECONDS - started)) s"
    mv "$1.new" "$1" # never written in place: a server may run from the one before
    unlock_build
}

# serve_once CACHE: writes the cache when it ends.
serve_once() {
    local home=target/rehearsal/pages said=target/rehearsal/pages.said page port='' pages tenths=0
    rm -rf "$home" "$said"
    "${pages_line[@]}" org.taswiya.cli.Taswiya import build/rehearsal/customers.csv --mapping customers --new-home \
        --home "$home" || return 1
    "${pages_line[@]}" "-XX:AOTCacheOutput=$1" org.taswiya.web.TaswiyaWeb serve --port 0 --home "$home" >"$said" &
    pages=$!
    trap 'kill -TERM "$pages"; exit 130' INT TERM HUP
    while [ -z "$port" ] && [ "$tenths" -lt 1200 ] && kill -0 "$pages"; do
        sleep 0.1
        tenths=$((tenths + 1))
        port=$(sed -n 's|^serving http://[^/]*:\([0-9]*\)/.*|\1|p' "$said")
    done
    for page in health login style.css; do
        [ -z "$port" ] || { ask_page "$port" "$page" | wc -c; }
    done
    kill -TERM "$pages"
    wait "$pages"
}

# ask_page PORT PAGE
ask_page() {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
    cat <&3
    exec 3>&-
}
